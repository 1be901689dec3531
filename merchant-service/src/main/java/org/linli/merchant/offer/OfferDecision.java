package org.linli.merchant.offer;

import java.util.List;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.starter.web.FieldProblem;

/** What became of a request to change an offer. */
sealed interface OfferDecision {
    record Made(Offer offer) implements OfferDecision {}

    record Conflict(FourEyes.Reason reason) implements OfferDecision {}

    /** The offer as it would be can be promised to nobody. */
    record Invalid(List<FieldProblem> problems) implements OfferDecision {}

    /** What the public was promised would change. */
    record Locked(List<Fixed> broken) implements OfferDecision {}

    record Refused(Reason reason) implements OfferDecision {}

    /** Why not. */
    enum Reason {
        UNKNOWN,
        MERCHANT_NOT_APPROVED,
        WINDOW_OVER,
        ILLEGAL_STATE,
        STOCK_BELOW_CLAIMED,
        SUBSIDISED,
        STALE,
        OVERTAKEN
    }

    static OfferDecision refused(Reason reason) {
        return new Refused(reason);
    }

    static OfferDecision of(Offer offer, boolean made) {
        return made ? new Made(offer) : refused(Reason.ILLEGAL_STATE);
    }
}
