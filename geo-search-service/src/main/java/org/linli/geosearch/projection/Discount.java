package org.linli.geosearch.projection;

import org.jspecify.annotations.Nullable;
import org.linli.events.OfferEvent;

/**
 * What an offer saves at best, in ten-thousandths of the price, rounded down: the percentage; what is off of the
 * threshold; the list price less the price. A gift, and what cannot be told, saves none.
 */
final class Discount {
    private static final int WHOLE = 10_000;

    private Discount() {}

    static int of(OfferEvent.State offer) {
        return switch (offer.kind()) {
            case "PERCENT" -> offer.percentOff() == null ? 0 : within(offer.percentOff() * 100L);
            case "CASH_OFF" -> share(offer.offFen(), offer.thresholdFen());
            case "FIXED_PRICE" ->
                offer.priceFen() == null || offer.listPriceFen() == null
                        ? 0
                        : share(offer.listPriceFen() - offer.priceFen(), offer.listPriceFen());
            default -> 0;
        };
    }

    private static int share(@Nullable Long partFen, @Nullable Long wholeFen) {
        if (partFen == null || wholeFen == null || wholeFen <= 0 || partFen > wholeFen) {
            return 0;
        }
        return within(Math.multiplyHigh(partFen, WHOLE) == 0 ? partFen * WHOLE / wholeFen : 0);
    }

    private static int within(long tenThousandths) {
        return (int) Math.max(0, Math.min(WHOLE, tenThousandths));
    }
}
