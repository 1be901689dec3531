package org.linli.loan.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.LoanTerms;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.loan.calculation.kernel.RepaymentSchedule;

/**
 * The approved terms as the contract keeps them; the rate is a decimal as text, so that the store keeps it digit by
 * digit.
 */
public record AgreedTerms(
        long amountFen,
        int termMonths,
        String annualRatePercent,
        RepaymentMethod method,
        DayCount dayCount,
        List<String> conditions,
        LocalDate validUntil,
        boolean revolving,
        Set<String> decidedBy) {

    static AgreedTerms of(ApprovedTerms approved) {
        return new AgreedTerms(
                approved.amountFen(),
                approved.termMonths(),
                approved.annualRatePercent().stripTrailingZeros().toPlainString(),
                approved.method(),
                approved.dayCount(),
                approved.conditions(),
                approved.validUntil(),
                approved.revolving(),
                approved.decidedBy());
    }

    /** As if the money moved on that day: what is printed, and what a disbursement on that day makes. */
    RepaymentSchedule scheduleFrom(LocalDate day) {
        return RepaymentSchedule.of(
                new LoanTerms(method, amountFen, new BigDecimal(annualRatePercent), termMonths, day, dayCount));
    }
}
