package org.linli.merchant.redemption;

import java.time.Instant;
import java.util.Optional;
import org.linli.merchant.coupon.Coupon;
import org.linli.merchant.offer.OfferShelf;
import org.linli.merchant.redemption.RedemptionResult.Reason;
import org.springframework.stereotype.Component;

/** What stands in the way of using a coupon at a moment: its own state, then its offer's (rules M-2, M-3). */
@Component
class Usable {
    private final OfferShelf shelf;

    Usable(OfferShelf shelf) {
        this.shelf = shelf;
    }

    Optional<RedemptionResult> refusal(Coupon coupon, Instant at) {
        return switch (coupon.statusAt(at)) {
            case CLAIMED ->
                coupon.isOnOffer(at)
                        ? Optional.of(RedemptionResult.refused(Reason.ON_OFFER_AS_GIFT))
                        : offerForbids(coupon, at);
            case GIVEN -> Optional.of(RedemptionResult.refused(Reason.GIVEN_AWAY));
            case REDEEMED -> Optional.of(RedemptionResult.refused(Reason.ALREADY_REDEEMED));
            case EXPIRED -> Optional.of(RedemptionResult.refused(Reason.COUPON_EXPIRED));
        };
    }

    private Optional<RedemptionResult> offerForbids(Coupon coupon, Instant at) {
        return switch (shelf.redeemable(coupon.offerId(), at)) {
            case YES -> Optional.empty();
            case SUSPENDED -> Optional.of(RedemptionResult.refused(Reason.OFFER_SUSPENDED));
            case OUTSIDE_HOURS -> Optional.of(RedemptionResult.refused(Reason.OUTSIDE_HOURS));
        };
    }
}
