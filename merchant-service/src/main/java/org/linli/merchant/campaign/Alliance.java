package org.linli.merchant.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.CampaignResult.Done;
import org.linli.merchant.campaign.CampaignResult.Reason;
import org.springframework.stereotype.Service;

/** Merchants whose offers are prizes of one campaign, each of which must agree before it is published (rule M-4). */
@Service
class Alliance {
    private final Campaigns campaigns;
    private final Clock clock;

    Alliance(Campaigns campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    List<Campaign> asking(String merchantId, @Nullable String afterId, int limit) {
        return campaigns.asking(merchantId, afterId, limit);
    }

    CampaignResult answer(String merchantId, String campaignId, Agreement.State answer, String by) {
        Instant now = now();
        return campaigns
                .change(
                        campaignId,
                        campaign -> {
                            if (campaign.agreement(merchantId).isEmpty()) {
                                return CampaignResult.refused(Reason.UNKNOWN);
                            }
                            return campaign.answer(merchantId, answer, by, now)
                                    ? new Done(campaign)
                                    : CampaignResult.refused(Reason.ILLEGAL_STATE);
                        },
                        Done.class::isInstance)
                .orElseGet(() -> CampaignResult.refused(Reason.UNKNOWN));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
