package org.linli.merchant.stock;

import java.time.Instant;
import java.time.ZoneId;
import org.springframework.data.annotation.TypeAlias;

/**
 * One coupon taken from the stock for a claim that is not finished yet. It holds all that is needed to finish it, so
 * that anyone can when its maker died.
 *
 * @param claimId one attempt; the coupon keeps it, which tells whose coupon it became
 * @param slot the person's first, second ... coupon of this offer
 * @param keyScope the idempotency key of the request
 * @param bodyHash the request's body
 */
@TypeAlias("reservation")
public record Reservation(String claimId, String consumerId, int slot, String keyScope, String bodyHash, Instant at) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The business day to whose account it goes, see {@link Days#name}. */
    String day() {
        return Days.name(at.atZone(ZONE).toLocalDate());
    }
}
