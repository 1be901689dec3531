package org.linli.merchant.redemption;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A shown code. It is kept for a day after it expired, so that a late cashier is told why; then the store drops it. */
@Document(RedemptionCodes.COLLECTION)
@TypeAlias("redemption-code")
record RedemptionCode(
        @Id String code,
        String couponId,
        @Indexed(expireAfter = "1d") Instant expiresAt) {

    boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
