package org.linli.loan.village;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What somebody of the village has against a published limit.
 *
 * @param text sealed: it may name people
 */
record Objection(
        @Id String id,
        String text,
        LocalDate on,
        String recordedBy,
        @Nullable Resolution resolution) {
    enum Verdict {
        /** The objection is right: the limit is void and begins anew. */
        UPHELD,
        DISMISSED
    }

    /** @param reason sealed */
    record Resolution(Verdict verdict, String reason, String by, LocalDate on) {}

    boolean isOpen() {
        return resolution == null;
    }

    Objection resolved(Resolution how) {
        return new Objection(id, text, on, recordedBy, how);
    }
}
