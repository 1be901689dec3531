package org.linli.merchant.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Writes down and tells that a campaign is over; nobody waits for it, who takes part is asked of the clock. */
@Service
class CampaignSchedule {
    private static final Logger log = LoggerFactory.getLogger(CampaignSchedule.class);
    private static final int PAGE = 100;

    private final Campaigns campaigns;
    private final Seeds seeds;
    private final Clock clock;

    CampaignSchedule(Campaigns campaigns, Seeds seeds, Clock clock) {
        this.campaigns = campaigns;
        this.seeds = seeds;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${merchant.campaigns.schedule-every:2s}")
    void tick() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            String after = null;
            List<Campaign> page;
            do {
                page = campaigns.over(now, after, PAGE);
                for (Campaign campaign : page) {
                    after = campaign.id();
                    end(campaign);
                }
            } while (page.size() == PAGE);
        } catch (RuntimeException e) {
            log.warn("campaigns wait to end: {}", e.getClass().getName());
        }
    }

    private void end(Campaign over) {
        try {
            campaigns.change(
                    over.id(),
                    campaign -> campaign.end(
                            null, seeds.of(campaign), campaign.plan().until()),
                    ended -> ended);
        } catch (RuntimeException e) {
            // One campaign in trouble keeps no other from ending.
            log.warn("campaign {} waits to end: {}", over.id(), e.getClass().getName());
        }
    }
}
