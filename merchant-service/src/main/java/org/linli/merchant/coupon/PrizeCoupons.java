package org.linli.merchant.coupon;

import java.time.Instant;
import org.linli.merchant.coupon.ClaimResult.Claimed;
import org.linli.merchant.coupon.ClaimResult.Refused;
import org.linli.starter.Ids;
import org.springframework.stereotype.Service;

/** Gives a person a coupon that they won: an ordinary claim, with the occasion as its key (rules M-3, M-4). */
@Service
public class PrizeCoupons {
    private static final String NO_BODY = "prize";

    private final Claiming claiming;

    PrizeCoupons(Claiming claiming) {
        this.claiming = claiming;
    }

    /** What became of it. */
    public sealed interface Given {}

    public record Coupon(String couponId, Instant validUntil) implements Given {}

    /** @param reason the code with which a claim would be refused */
    public record None(String reason) implements Given {}

    /**
     * The same occasion gets the same coupon again.
     *
     * @param occasion what it is given for
     */
    public Given give(String offerId, String consumerId, String occasion) {
        ClaimResult result = claiming.claim(
                new Claim(offerId, consumerId, Ids.hash("prize", offerId, consumerId, occasion), NO_BODY));
        if (result instanceof Claimed claimed) {
            return new Coupon(claimed.coupon().id(), claimed.coupon().validUntil());
        }
        return new None(
                switch (((Refused) result).reason()) {
                    case UNKNOWN_OFFER, OFFER_NOT_LIVE -> "offer-not-live";
                    case PER_PERSON_LIMIT_REACHED -> "per-person-limit-reached";
                    case SOLD_OUT -> "offer-sold-out";
                    case NOT_IN_AUDIENCE -> "not-in-audience";
                    case DAILY_LIMIT_REACHED -> "daily-limit-reached";
                    case KEY_REUSED -> "idempotency-key-reused";
                });
    }
}
