package org.linli.merchant.offer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.linli.merchant.stock.StockTotals;
import org.linli.merchant.stock.StockTotals.Resizing;
import org.springframework.stereotype.Component;

/**
 * Raises and lowers the stock of a public offer in three steps, each one atomic write: note it in the offer, change the
 * stock, say so in the offer. Whoever finds it noted may do the rest, any number at the same time.
 */
@Component
class StockChanges {
    private final Offers offers;
    private final StockTotals totals;
    private final Clock clock;

    StockChanges(Offers offers, StockTotals totals, Clock clock) {
        this.offers = offers;
        this.totals = totals;
        this.clock = clock;
    }

    /**
     * @param wanted whether the offer still is as the caller takes it to be
     * @return empty when it is not, or not public any more
     */
    Optional<Resizing> change(String offerId, int total, Predicate<Offer> wanted) {
        return offers.change(
                        offerId,
                        offer -> wanted.test(offer) && offer.wantStock(total, now()) ? offer.stockEdition() : 0,
                        edition -> edition > 0)
                .filter(edition -> edition > 0)
                .map(edition -> finish(offerId, total, edition));
    }

    /** Finishes what a process that died, or is slow, has noted. */
    void finish(Offer offer) {
        offer.stockWish().ifPresent(wish -> finish(offer.id(), wish.total(), offer.stockEdition()));
    }

    private Resizing finish(String offerId, int total, int edition) {
        Resizing resizing = totals.resize(offerId, total, edition);
        if (resizing instanceof Resizing.Made made) {
            offers.change(offerId, offer -> offer.stockIsSettled(edition, made.level(), now()), told -> told);
        } else {
            offers.change(offerId, offer -> offer.stockIsSettled(edition, null, now()), told -> told);
        }
        return resizing;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
