package org.linli.loan.bureau;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Facts;

/**
 * What a report says, as facts; money in fen. None of it names anybody.
 *
 * @param overdueMonthsInARow the longest row of overdue months of any account
 * @param otherLenders lenders with an open balance
 * @param otherMonthlyFen what falls due elsewhere in a month
 * @param queries3Months how often lenders asked in the three months before the report
 */
public record CreditReport(
        String number,
        LocalDate reportedOn,
        int overdueMonthsInARow,
        long currentOverdueFen,
        boolean writtenOff,
        boolean executed,
        int otherLenders,
        long otherDebtFen,
        long otherMonthlyFen,
        int queries3Months) {

    long ageInDays(LocalDate on) {
        return ChronoUnit.DAYS.between(reportedOn, on);
    }

    Facts facts(LocalDate on, boolean arrearsExplained) {
        return Facts.NONE
                .with(Fact.REPORT_AGE_DAYS, ageInDays(on))
                .with(Fact.OVERDUE_MONTHS_IN_A_ROW, overdueMonthsInARow)
                .with(Fact.ARREARS_EXPLAINED, arrearsExplained)
                .with(Fact.CURRENT_OVERDUE_FEN, currentOverdueFen)
                .with(Fact.WRITTEN_OFF, writtenOff)
                .with(Fact.EXECUTED, executed)
                .with(Fact.OTHER_LENDERS, otherLenders)
                .with(Fact.OTHER_DEBT_FEN, otherDebtFen)
                .with(Fact.OTHER_MONTHLY_FEN, otherMonthlyFen)
                .with(Fact.QUERIES_3_MONTHS, queries3Months);
    }
}
