package org.linli.merchant.favourite;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that someone likes.
 *
 * @param merchantId whose it is; older ones do not say
 */
record Favourite(
        Kind kind, String targetId, Instant since, @Nullable String merchantId) {
    static final Comparator<Favourite> NEWEST_FIRST =
            Comparator.comparing(Favourite::since).reversed().thenComparing(Favourite::targetId);

    /** The names are those in the path. */
    enum Kind {
        offer,
        merchant,
        /** A shop whose news the person wants to hear. */
        followed;

        String told() {
            return name().toUpperCase(Locale.ROOT);
        }
    }

    String shop() {
        return merchantId == null ? targetId : merchantId;
    }

    boolean is(Kind otherKind, String otherId) {
        return kind == otherKind && targetId.equals(otherId);
    }
}
