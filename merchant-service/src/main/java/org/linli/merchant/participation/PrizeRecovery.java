package org.linli.merchant.participation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.CampaignShelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Finishes participations whose maker died or lost the store in the middle: of all pools at start, afterwards of those
 * that someone met trouble with. So no prize is lost for ever, and whoever won gets it.
 */
@Service
class PrizeRecovery {
    private static final Logger log = LoggerFactory.getLogger(PrizeRecovery.class);
    private static final int PAGE = 50;

    private final PrizePools pools;
    private final CampaignShelf shelf;
    private final Entering entering;
    private final ParticipationSettings settings;
    private final Clock clock;
    private final Map<String, Instant> troubled = new ConcurrentHashMap<>();
    private volatile @Nullable Instant sweepDue;

    PrizeRecovery(
            PrizePools pools, CampaignShelf shelf, Entering entering, ParticipationSettings settings, Clock clock) {
        this.pools = pools;
        this.shelf = shelf;
        this.entering = entering;
        this.settings = settings;
        this.clock = clock;
    }

    /** Says that a participation in this campaign may have been cut off. */
    void lookAfter(String campaignId) {
        troubled.put(campaignId, clock.instant());
    }

    @EventListener(ApplicationReadyEvent.class)
    void sweepAfterStart() {
        sweepDue = clock.instant();
    }

    @Scheduled(fixedDelayString = "${merchant.participation.recover-every:2s}")
    void recover() {
        try {
            sweepIfDue();
        } catch (RuntimeException e) {
            log.warn("unfinished participations wait: {}", e.getClass().getName());
        }
        Set.copyOf(troubled.keySet()).forEach(this::recover);
    }

    private void sweepIfDue() {
        Instant due = sweepDue;
        Instant now = clock.instant();
        if (due == null || due.isAfter(now)) {
            return;
        }
        String after = null;
        List<PrizePool> page;
        do {
            page = pools.withReservations(after, PAGE);
            for (PrizePool pool : page) {
                after = pool.campaignId();
                lookAfter(after);
            }
        } while (page.size() == PAGE);
        sweepDue = settings.sweepEvery().isZero() ? null : now.plus(settings.sweepEvery());
    }

    /** One campaign in trouble keeps no other from being finished. */
    private void recover(String campaignId) {
        Instant since = troubled.get(campaignId);
        try {
            boolean finished = pools.find(campaignId)
                    .flatMap(pool -> shelf.find(campaignId).map(campaign -> entering.finishStale(campaign, pool)))
                    .orElse(true);
            if (finished && since != null && nothingOlder(campaignId, since)) {
                troubled.remove(campaignId, since);
            }
        } catch (RuntimeException e) {
            log.warn("participations in {} wait: {}", campaignId, e.getClass().getName());
        }
    }

    private boolean nothingOlder(String campaignId, Instant since) {
        return pools.find(campaignId).stream()
                .flatMap(pool -> pool.reservations().values().stream())
                .allMatch(open -> open.at().isAfter(since));
    }
}
