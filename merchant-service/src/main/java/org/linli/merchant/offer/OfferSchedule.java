package org.linli.merchant.offer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Writes down what the clock has changed: offers that begin, offers that are over (rule M-2). When an offer is due stands
 * in its own document, so nothing is forgotten while nobody runs; the document's version lets one of several replicas
 * tell it, once. Nobody waits for it: claims and search ask the clock.
 */
@Service
class OfferSchedule {
    private static final Logger log = LoggerFactory.getLogger(OfferSchedule.class);
    private static final int PAGE = 200;
    /** Clocks differ, and a document may be saved after the moment it was planned for. */
    private static final long OVERLAP_MINUTES = 60;
    /** Beyond so many it is cheaper to look at all. */
    private static final long MOST_MINUTES = 600;

    private final Offers offers;
    private final StockChanges stockChanges;
    private final Clock clock;
    /** Up to when everything is known to be told; null right after the start. */
    private @Nullable Long doneUntil;

    OfferSchedule(Offers offers, StockChanges stockChanges, Clock clock) {
        this.offers = offers;
        this.stockChanges = stockChanges;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${merchant.offers.schedule-every:1s}")
    void tick() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            if (catchUp(now)) {
                doneUntil = Due.minuteOf(now);
            }
        } catch (RuntimeException e) {
            log.warn("offers wait to begin and to end: {}", e.getClass().getName());
        }
    }

    /** @return whether nothing was left undone */
    private boolean catchUp(Instant now) {
        boolean all = true;
        String after = "";
        List<Offer> page;
        do {
            page = page(now, after);
            for (Offer offer : page) {
                after = offer.id();
                all &= keepTime(offer, now);
            }
        } while (page.size() == PAGE);
        return all;
    }

    private List<Offer> page(Instant now, String after) {
        long minute = Due.minuteOf(now);
        Long since = doneUntil;
        return since == null || minute - since > MOST_MINUTES || since > minute
                ? offers.allDue(now, after, PAGE)
                : offers.dueWithin(since - OVERLAP_MINUTES, minute, now, after, PAGE);
    }

    private boolean keepTime(Offer offer, Instant now) {
        try {
            stockChanges.finish(offer);
            offers.change(offer.id(), fresh -> fresh.keepTime(now), told -> told);
            return true;
        } catch (RuntimeException e) {
            // One offer in trouble keeps no other from its turn.
            log.warn("offer {} waits for its turn: {}", offer.id(), e.getClass().getName());
            return false;
        }
    }
}
