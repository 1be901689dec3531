package org.linli.merchant.redemption;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A shown code. It is kept for a day after it expired, so that a late cashier is told why, or is served when it was
 * scanned in time; then the store drops it.
 *
 * @param shownAt absent from older documents
 * @param replacedAt from when on a newer one was to open the coupon; null while there is none
 */
@Document(RedemptionCodes.COLLECTION)
@TypeAlias("redemption-code")
record RedemptionCode(
        @Id String code,
        String couponId,
        @Indexed(expireAfter = "1d") Instant expiresAt,
        @Nullable Instant shownAt,
        @Nullable Instant replacedAt) {

    boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /**
     * Whether it was the code that opened the coupon at an earlier moment.
     *
     * @param newest whether the coupon knows no newer one
     */
    boolean wasOpenAt(Instant scannedAt, boolean newest, Duration tolerance) {
        return shownAt != null
                && !scannedAt.plus(tolerance).isBefore(shownAt)
                && !isExpired(scannedAt)
                && (replacedAt == null ? newest : scannedAt.isBefore(replacedAt));
    }
}
