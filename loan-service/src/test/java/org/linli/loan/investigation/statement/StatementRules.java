package org.linli.loan.investigation.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.linli.loan.investigation.statement.BalanceSheet.Debt;
import org.linli.loan.investigation.statement.BalanceSheet.Equity;
import org.linli.loan.investigation.statement.IncomeStatement.Expense;
import org.linli.loan.investigation.statement.Statements.Tie;
import org.linli.loan.investigation.statement.Statements.Untied;

/** Rule L-5: what the business has is what finances it, profit is in the equity, and cash is where the cash flow says. */
class StatementRules {
    @Test
    void statements_that_tie_are_taken() {
        assertThat(statements(0, 0, 0, 0, 0).untied()).isEmpty();
    }

    @Test
    void assets_are_debts_and_equity() {
        assertThat(statements(7, 0, 0, 0, 0).untied()).containsExactly(new Untied(Tie.ASSETS_FINANCED, 1_407, 1_400));
    }

    @Test
    void profit_is_revenue_less_costs_and_expenses() {
        assertThat(statements(0, 9, 0, 0, 0).untied())
                .extracting(Untied::tie, Untied::differenceFen)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Tie.PROFIT, -9L));
    }

    @Test
    void profit_is_found_again_in_the_equity() {
        assertThat(statements(0, 0, 5, 0, 0).untied())
                .extracting(Untied::tie, Untied::differenceFen)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Tie.EQUITY_CHANGE, -5L));
    }

    @Test
    void cash_changes_by_what_came_and_went() {
        assertThat(statements(0, 0, 0, 3, 0).untied())
                .extracting(Untied::tie, Untied::differenceFen)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Tie.CASH_CHANGE, -3L));
    }

    @Test
    void cash_of_the_cash_flow_is_cash_of_the_balance_sheet() {
        assertThat(statements(0, 0, 0, 0, 2).untied()).extracting(Untied::tie).containsExactly(Tie.CASH_IN_SHEET);
    }

    @Test
    void a_draft_with_one_statement_is_not_judged_yet() {
        Statements draft = new Statements(null, statements(0, 9, 0, 0, 0).incomeStatement(), null);
        assertThat(draft.hasAll()).isFalse();
        assertThat(draft.untied()).isEmpty();
    }

    /** A single fen anywhere is one too many. */
    @Property(tries = 200)
    void any_gap_is_named_with_its_size(@ForAll @LongRange(min = 1, max = 1_000_000_000) long gap) {
        assertThat(statements(gap, 0, 0, 0, 0).untied())
                .extracting(Untied::differenceFen)
                .containsExactly(gap);
    }

    @Test
    void a_period_is_whole_months() {
        IncomeStatement year = statements(0, 0, 0, 0, 0).incomeStatement();
        assertThat(year.months()).isEqualTo(12);
        assertThat(year.days()).isEqualTo(365);
        assertThat(year.isPeriod()).isTrue();
    }

    /**
     * Cash 200, stock 1,200, debts 300, equity 1,100 (1,000 before, 150 profit, 50 taken out).
     *
     * @param asset too much @param revenue too much @param opening equity too much @param received too much
     * @param inSheet moves cash of the balance sheet to stock
     */
    private static Statements statements(long asset, long revenue, long opening, long received, long inSheet) {
        return new Statements(
                new BalanceSheet(
                        LocalDate.of(2025, 12, 31),
                        List.of(
                                new Asset(Asset.Kind.CASH, 200 - inSheet, null),
                                new Asset(Asset.Kind.STOCK, 1_200 + asset + inSheet, null)),
                        List.of(new Debt(Debt.Kind.BANK_LOAN, 300)),
                        new Equity(1_000 + opening, 0, 50, 1_100)),
                new IncomeStatement(
                        YearMonth.of(2025, 1),
                        YearMonth.of(2025, 12),
                        1_000 + revenue,
                        600,
                        List.of(new Expense(Expense.Kind.RENT, 260)),
                        10,
                        150),
                new CashFlow(100, 900 + received, 500, 250, 0, 50, 50, 0, 50, 0, 200));
    }
}
