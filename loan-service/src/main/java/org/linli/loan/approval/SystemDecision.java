package org.linli.loan.approval;

import java.math.BigDecimal;
import java.util.List;
import org.linli.loan.calculation.kernel.RepaymentMethod;

/**
 * What a rules engine decided by itself (rule L-10).
 *
 * @param system who it is, such as {@code straight-through}
 * @param key recognises a repetition: the run's id
 * @param reasons of a refusal; none: approved
 * @param trace why, readable years later; at most {@link InputSeen#MOST_FACTS} are kept
 */
public record SystemDecision(
        String system,
        String key,
        long amountFen,
        int termMonths,
        BigDecimal annualRatePercent,
        RepaymentMethod method,
        List<String> conditions,
        List<DeclineReason> reasons,
        List<Fact> trace) {

    Judgement judgement() {
        if (!reasons.isEmpty()) {
            return Judgement.decline(reasons, null);
        }
        Terms terms = new Terms(amountFen, termMonths, annualRatePercent.toPlainString(), method);
        return Judgement.approve(terms, conditions, null);
    }
}
