package org.linli.loan.investigation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.linli.loan.investigation.statement.BalanceSheet;
import org.linli.loan.investigation.statement.CashFlow;
import org.linli.loan.investigation.statement.IncomeStatement;

/**
 * The statements in short, in fen; flows of the whole period.
 *
 * @param evidentAssetsFen assets with evidence that counts: what is claimed without counts as nothing (rule L-3)
 * @param evidentEquityFen those assets less all debts
 */
public record StatementFigures(
        LocalDate asOf,
        YearMonth firstMonth,
        YearMonth lastMonth,
        int months,
        long revenueFen,
        long costOfGoodsFen,
        long expensesFen,
        long netProfitFen,
        long assetsFen,
        long evidentAssetsFen,
        long debtsFen,
        long equityFen,
        long evidentEquityFen,
        long operatingCashFlowFen,
        long closingCashFen) {

    static StatementFigures of(
            BalanceSheet sheet, IncomeStatement income, CashFlow cash, Set<String> countingEvidence) {
        long evident = sheet.evidentFen(countingEvidence);
        return new StatementFigures(
                sheet.asOf(),
                income.firstMonth(),
                income.lastMonth(),
                income.months(),
                income.revenueFen(),
                income.costOfGoodsFen(),
                income.expensesFen(),
                income.netProfitFen(),
                sheet.assetsFen(),
                evident,
                sheet.debtsFen(),
                sheet.equity().closingFen(),
                evident - sheet.debtsFen(),
                cash.operatingFen(),
                cash.closingFen());
    }
}
