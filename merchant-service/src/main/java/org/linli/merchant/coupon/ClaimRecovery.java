package org.linli.merchant.coupon;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.offer.ClaimableOffer;
import org.linli.merchant.offer.OfferShelf;
import org.linli.merchant.stock.OfferStock;
import org.linli.merchant.stock.Reservation;
import org.linli.merchant.stock.Stocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Finishes claims whose maker died or lost the store in the middle: of all stocks at start, afterwards of those that
 * someone met trouble with. So nothing that was taken from a stock is lost for ever.
 */
@Service
class ClaimRecovery {
    private static final Logger log = LoggerFactory.getLogger(ClaimRecovery.class);
    private static final int PAGE = 200;

    private final Stocks stocks;
    private final OfferShelf shelf;
    private final Settlement settlement;
    private final ClaimSettings settings;
    private final Clock clock;
    private final Map<String, Instant> troubled = new ConcurrentHashMap<>();
    private volatile @Nullable Instant sweepDue;

    ClaimRecovery(Stocks stocks, OfferShelf shelf, Settlement settlement, ClaimSettings settings, Clock clock) {
        this.stocks = stocks;
        this.shelf = shelf;
        this.settlement = settlement;
        this.settings = settings;
        this.clock = clock;
    }

    /** Says that a claim for this offer may have been cut off. */
    void lookAfter(String offerId) {
        troubled.put(offerId, clock.instant());
    }

    @EventListener(ApplicationReadyEvent.class)
    void sweepAfterStart() {
        sweepDue = clock.instant();
    }

    @Scheduled(fixedDelayString = "${merchant.claims.recover-every:2s}")
    void recover() {
        try {
            sweepIfDue();
            Set.copyOf(troubled.keySet()).forEach(this::recover);
        } catch (RuntimeException e) {
            log.warn("unfinished claims wait: {}", e.getClass().getName());
        }
    }

    private void sweepIfDue() {
        Instant due = sweepDue;
        Instant now = clock.instant();
        if (due == null || due.isAfter(now)) {
            return;
        }
        String after = null;
        List<OfferStock> page;
        do {
            page = stocks.withReservations(after, PAGE);
            for (OfferStock stock : page) {
                after = stock.offerId();
                lookAfter(after);
            }
        } while (page.size() == PAGE);
        sweepDue = settings.sweepEvery().isZero() ? null : now.plus(settings.sweepEvery());
    }

    private void recover(String offerId) {
        Instant since = troubled.get(offerId);
        boolean troubleIsOver = stocks.find(offerId)
                .map(stock -> finishStale(stock) && nothingOlder(stock, since))
                .orElse(true);
        if (troubleIsOver && since != null) {
            troubled.remove(offerId, since);
        }
    }

    private static boolean nothingOlder(OfferStock stock, @Nullable Instant since) {
        return since == null
                || stock.reservations().values().stream()
                        .allMatch(open -> open.at().isAfter(since));
    }

    /** @return true when there was nothing stale, so nothing was done and the stock is as given */
    boolean finishStale(OfferStock stock) {
        Instant youngest = clock.instant().minus(settings.staleAfter());
        List<Map.Entry<String, Reservation>> stale = stock.reservations().entrySet().stream()
                .filter(entry -> entry.getValue().at().isBefore(youngest))
                .toList();
        if (stale.isEmpty()) {
            return true;
        }
        Optional<ClaimableOffer> offer = shelf.claimable(stock.offerId(), clock.instant());
        offer.ifPresent(
                known -> stale.forEach(entry -> settlement.finish(known, stock, entry.getKey(), entry.getValue())));
        return false;
    }
}
