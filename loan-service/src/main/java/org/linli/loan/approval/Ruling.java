package org.linli.loan.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided; never changes.
 *
 * @param key recognises a repeated request
 * @param trace of a rules engine that decided by itself
 * @param validUntil the last day of an approval
 * @param appealUntil the last day for an appeal against a refusal
 */
record Ruling(
        Judgement judgement,
        Decider by,
        Instant at,
        String key,
        List<Fact> trace,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate appealUntil) {

    static Ruling of(
            Judgement judgement, Decider by, Instant at, String key, List<Fact> trace, ApprovalSettings settings) {
        LocalDate day = ApprovalSettings.businessDate(at);
        return new Ruling(
                judgement,
                by,
                at,
                key,
                List.copyOf(trace),
                judgement.kind() == Judgement.Kind.APPROVED ? day.plusDays(settings.validDays()) : null,
                judgement.kind() == Judgement.Kind.DECLINED ? day.plusDays(settings.appealDays()) : null);
    }

    boolean isLapsedOn(LocalDate day) {
        return validUntil != null && day.isAfter(validUntil);
    }

    Judgement.Kind kind() {
        return judgement.kind();
    }
}
