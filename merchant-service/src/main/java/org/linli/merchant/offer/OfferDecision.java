package org.linli.merchant.offer;

import org.linli.merchant.foureyes.FourEyes;

/** What became of a request to change an offer. */
sealed interface OfferDecision {
    record Made(Offer offer) implements OfferDecision {}

    record Conflict(FourEyes.Reason reason) implements OfferDecision {}

    record Refused(Reason reason) implements OfferDecision {}

    /** Why not. */
    enum Reason {
        UNKNOWN,
        MERCHANT_NOT_APPROVED,
        WINDOW_OVER,
        ILLEGAL_STATE
    }

    static OfferDecision refused(Reason reason) {
        return new Refused(reason);
    }

    static OfferDecision of(Offer offer, boolean made) {
        return made ? new Made(offer) : refused(Reason.ILLEGAL_STATE);
    }
}
