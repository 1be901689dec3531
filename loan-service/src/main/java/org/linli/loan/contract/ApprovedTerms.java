package org.linli.loan.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;

/**
 * What was approved; money in fen.
 *
 * @param conditions what must be met before money moves, in words; empty: nothing
 * @param validUntil the last day on which the approval may be used
 * @param revolving a line to draw from, with the amount as its limit, instead of one payment
 * @param decidedBy who decided, by subject: they do not pay out (rule P-2)
 */
public record ApprovedTerms(
        long amountFen,
        int termMonths,
        BigDecimal annualRatePercent,
        RepaymentMethod method,
        DayCount dayCount,
        List<String> conditions,
        LocalDate validUntil,
        boolean revolving,
        Set<String> decidedBy) {
    public ApprovedTerms {
        conditions = List.copyOf(conditions);
        decidedBy = Set.copyOf(decidedBy);
    }
}
