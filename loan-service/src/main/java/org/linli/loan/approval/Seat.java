package org.linli.loan.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's place in one session.
 *
 * @param exclusion why the member neither votes nor counts (rule P-2)
 */
record Seat(String member, boolean chair, @Nullable Exclusion exclusion) {
    static final String DECLARED = "declared";
    static final String FOUND_BY_CHAIR = "found-by-chair";
    static final String DECIDED_BEFORE = "decided-before";

    static Seat of(String member, boolean chair) {
        return new Seat(member, chair, null);
    }

    Seat excluded(Exclusion why) {
        return new Seat(member, chair, why);
    }

    boolean counts() {
        return exclusion == null;
    }

    /**
     * A conflict of interest.
     *
     * @param code a reason of four eyes, or one of the constants of {@link Seat}
     * @param by who declared or found it
     */
    record Exclusion(String code, @Nullable String note, String by, Instant at) {
        /** The note may name people: it stays out of logs. */
        @Override
        public String toString() {
            return "Exclusion[" + code + "]";
        }
    }
}
