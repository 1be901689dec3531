package org.linli.loan.approval;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the deciders had before them, kept as it was then.
 *
 * @param reference null: it was not available
 * @param ratePercent the price found, as a decimal text
 * @param factsGiven how many facts there were, should more have been given than are kept
 */
record InputSeen(
        Kind kind, @Nullable String reference, @Nullable String ratePercent, List<Fact> facts, int factsGiven) {
    static final int MOST_FACTS = 200;

    /** Where it comes from. */
    enum Kind {
        ASSESSMENT,
        INVESTIGATION
    }

    static InputSeen of(Assessment found) {
        BigDecimal rate = found.annualRatePercent();
        return of(Kind.ASSESSMENT, found.reference(), rate == null ? null : rate.toPlainString(), found.facts());
    }

    static InputSeen of(Investigation found) {
        return of(Kind.INVESTIGATION, found.reference(), null, found.facts());
    }

    static InputSeen unavailable(Kind kind) {
        return new InputSeen(kind, null, null, List.of(), 0);
    }

    private static InputSeen of(Kind kind, String reference, @Nullable String ratePercent, List<Fact> facts) {
        return new InputSeen(
                kind, reference, ratePercent, facts.stream().limit(MOST_FACTS).toList(), facts.size());
    }

    boolean available() {
        return reference != null;
    }

    /** Findings are about people: they stay out of logs. */
    @Override
    public String toString() {
        return "InputSeen[" + kind + ", " + reference + "]";
    }
}
