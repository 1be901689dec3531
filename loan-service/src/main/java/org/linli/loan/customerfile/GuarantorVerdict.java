package org.linli.loan.customerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether someone may guarantee for a file.
 *
 * @param reason why not, or why nobody can tell
 * @param ring the files of the guarantor ring that was found, beginning with the one asked about
 */
public record GuarantorVerdict(Kind kind, @Nullable Reason reason, List<String> ring) {
    public GuarantorVerdict {
        ring = List.copyOf(ring);
    }

    public enum Kind {
        USABLE,
        /** A ring, but all of it inside one declared joint-liability group, where people guarantee for each other. */
        USABLE_IN_GROUP,
        REFUSED,
        /** Too much to look through: nothing that counts as a guarantee. */
        UNKNOWN;

        public boolean usable() {
            return this == USABLE || this == USABLE_IN_GROUP;
        }
    }

    public enum Reason {
        /** Somebody of the household itself. */
        OWN_HOUSEHOLD("own-household"),
        GUARANTOR_RING("guarantor-ring"),
        TOO_MANY_GUARANTEES("too-many-guarantees"),
        TOO_MUCH_TO_SEARCH("too-much-to-search");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    static GuarantorVerdict usable() {
        return new GuarantorVerdict(Kind.USABLE, null, List.of());
    }

    static GuarantorVerdict inGroup(List<String> ring) {
        return new GuarantorVerdict(Kind.USABLE_IN_GROUP, null, ring);
    }

    static GuarantorVerdict refused(Reason reason) {
        return new GuarantorVerdict(Kind.REFUSED, reason, List.of());
    }

    static GuarantorVerdict ring(List<String> ring) {
        return new GuarantorVerdict(Kind.REFUSED, Reason.GUARANTOR_RING, ring);
    }

    static GuarantorVerdict unknown() {
        return new GuarantorVerdict(Kind.UNKNOWN, Reason.TOO_MUCH_TO_SEARCH, List.of());
    }
}
