package org.linli.merchant.offer;

import org.linli.events.OfferEvent;

/** An offer as its events tell it. */
final class OfferStates {
    private OfferStates() {}

    static OfferEvent.State of(Offer offer) {
        OfferTerms terms = offer.terms();
        Discount discount = terms.discount();
        return new OfferEvent.State(
                offer.id(),
                offer.merchantId(),
                terms.title(),
                discount.kind().name(),
                discount.percentOff(),
                discount.thresholdFen(),
                discount.offFen(),
                discount.priceFen(),
                discount.listPriceFen(),
                terms.category().chineseName(),
                terms.validFrom(),
                terms.validUntil(),
                terms.stock(),
                terms.perPersonLimit(),
                offer.status().name(),
                conditions(offer));
    }

    private static OfferEvent.Conditions conditions(Offer offer) {
        Conditions conditions = offer.terms().conditions();
        return new OfferEvent.Conditions(
                conditions.perDayLimit(),
                conditions.weeklyHours().spans().stream()
                        .map(span -> new OfferEvent.Hours(span.day().name(), span.opens(), span.closes()))
                        .toList(),
                conditions.bankCardOnly(),
                conditions.pictures(),
                conditions.segmentId(),
                offer.claimedCoupons().map(ClaimedCoupons::name).orElse(null));
    }
}
