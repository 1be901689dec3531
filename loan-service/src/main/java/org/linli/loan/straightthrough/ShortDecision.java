package org.linli.loan.straightthrough;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the straight-through path said about a case, for the features that go on from there.
 *
 * @param outcome APPROVED, DECLINED, REFERRED or WAITING_FOR_BUREAU
 * @param reason stable code; null for an approval
 * @param assessment number of the case's assessment that it rests on; null when nobody was asked
 * @param amountFen what is lent; null unless approved, like the two that follow
 */
public record ShortDecision(
        String caseId,
        String outcome,
        @Nullable String reason,
        @Nullable Instant at,
        @Nullable Integer assessment,
        @Nullable Integer policyVersion,
        @Nullable Long amountFen,
        @Nullable Integer termMonths,
        @Nullable BigDecimal annualRatePercent) {
    public boolean isApproval() {
        return outcome.equals(PathRecord.State.APPROVED.name());
    }

    static ShortDecision of(PathRecord record) {
        String rate = record.annualRatePercent();
        return new ShortDecision(
                record.id(),
                record.state().name(),
                record.reason(),
                record.at(),
                record.assessment(),
                record.policyVersion(),
                record.amountFen(),
                record.termMonths(),
                rate == null ? null : new BigDecimal(rate));
    }
}
