package org.linli.merchant.favourite;

import java.time.Instant;
import java.util.Comparator;

/** One thing that someone likes. */
record Favourite(Kind kind, String targetId, Instant since) {
    static final Comparator<Favourite> NEWEST_FIRST =
            Comparator.comparing(Favourite::since).reversed().thenComparing(Favourite::targetId);

    /** The names are those in the path. */
    enum Kind {
        offer,
        merchant,
        /** A shop whose news the person wants to hear. */
        followed
    }

    boolean is(Kind otherKind, String otherId) {
        return kind == otherKind && targetId.equals(otherId);
    }
}
