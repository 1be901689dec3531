package org.linli.loan.investigation.statement;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The three statements of one visit; in a draft any may be missing. */
public record Statements(
        @Nullable @Valid BalanceSheet balanceSheet,
        @Nullable @Valid IncomeStatement incomeStatement,
        @Nullable @Valid CashFlow cashFlow) {

    /** All three are there. */
    public boolean hasAll() {
        return balanceSheet != null && incomeStatement != null && cashFlow != null;
    }

    /** Where two figures that must be equal are not; empty when everything ties (rule L-5), or something is missing. */
    public List<Untied> untied() {
        BalanceSheet sheet = balanceSheet;
        IncomeStatement income = incomeStatement;
        CashFlow cash = cashFlow;
        if (sheet == null || income == null || cash == null) {
            return List.of();
        }
        List<Untied> untied = new ArrayList<>();
        BalanceSheet.Equity equity = sheet.equity();
        tie(untied, Tie.ASSETS_FINANCED, sheet.assetsFen(), sheet.debtsFen() + equity.closingFen());
        tie(
                untied,
                Tie.PROFIT,
                income.netProfitFen(),
                income.revenueFen() - income.costOfGoodsFen() - income.expensesFen() + income.otherIncomeFen());
        tie(
                untied,
                Tie.EQUITY_CHANGE,
                equity.closingFen(),
                equity.openingFen() + equity.contributedFen() - equity.withdrawnFen() + income.netProfitFen());
        tie(untied, Tie.CASH_CHANGE, cash.closingFen(), cash.expectedClosingFen());
        tie(untied, Tie.CASH_IN_SHEET, cash.closingFen(), sheet.moneyFen());
        return untied;
    }

    private static void tie(List<Untied> untied, Tie tie, long stated, long expected) {
        if (stated != expected) {
            untied.add(new Untied(tie, stated, expected));
        }
    }

    /** What must be equal. */
    public enum Tie {
        /** Assets = debts + equity. */
        ASSETS_FINANCED("assets-financed"),
        /** Net profit = revenue - cost of goods - expenses + other income. */
        PROFIT("profit"),
        /** Closing equity = opening + contributed - withdrawn + net profit. */
        EQUITY_CHANGE("equity-change"),
        /** Closing cash = opening + everything that came - everything that went. */
        CASH_CHANGE("cash-change"),
        /** Closing cash = cash and deposits of the balance sheet. */
        CASH_IN_SHEET("cash-in-sheet");

        private final String code;

        Tie(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Both sides of a tie that does not hold, in fen. */
    public record Untied(Tie tie, long statedFen, long expectedFen) {
        public long differenceFen() {
            return statedFen - expectedFen;
        }
    }
}
