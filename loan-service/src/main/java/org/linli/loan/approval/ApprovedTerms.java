package org.linli.loan.approval;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.linli.loan.calculation.kernel.RepaymentMethod;

/**
 * What the bank has approved for a case.
 *
 * @param decisionId which decision says so
 * @param conditions precedent, in words, whatever their state
 * @param decidedBy the subjects of all who decided: the one, or whoever voted
 * @param validUntil the last day (Asia/Shanghai) on which a contract may be made of it
 */
public record ApprovedTerms(
        String caseId,
        String decisionId,
        long amountFen,
        int termMonths,
        BigDecimal annualRatePercent,
        RepaymentMethod method,
        List<String> conditions,
        Set<String> decidedBy,
        Instant decidedAt,
        LocalDate validUntil) {

    /** Whether the approval has not lapsed on this business day. */
    public boolean isValidOn(LocalDate day) {
        return !day.isAfter(validUntil);
    }
}
