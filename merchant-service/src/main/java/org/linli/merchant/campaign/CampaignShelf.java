package org.linli.merchant.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** Published campaigns, for whoever takes part and for what counts them. */
@Service
public class CampaignShelf {
    private final Campaigns campaigns;
    private final Seeds seeds;

    CampaignShelf(Campaigns campaigns, Seeds seeds) {
        this.campaigns = campaigns;
        this.seeds = seeds;
    }

    /** Empty for one the public has never seen. */
    public Optional<Campaign> find(String campaignId) {
        return campaigns.find(campaignId).filter(Campaign::isPublic);
    }

    /** Whatever its state, within the caller's scope (rule P-1). */
    public Optional<Campaign> find(Caller staff, String campaignId) {
        return campaigns.find(campaignId).filter(campaign -> staff.oversees(campaign.organisationPath()));
    }

    /** By id. */
    List<Campaign> open(@Nullable String organisationId, Instant now, @Nullable String afterId, int limit) {
        String path = organisationId == null ? null : Planning.path(organisationId);
        return campaigns.open(path, now, afterId, limit);
    }

    /** Of the person's n-th try; nobody can know it before, everybody can compute it after the end. */
    public int draw(Campaign campaign, String consumerId, int number) {
        return Draw.number(seeds.of(campaign), campaign.id(), consumerId, number);
    }

    /** Empty until the end is written down: clocks differ, and nobody may know the seed where one can still take part. */
    public Optional<String> revealedSeed(Campaign campaign) {
        return campaign.status() == CampaignStatus.ENDED ? Optional.of(seeds.of(campaign)) : Optional.empty();
    }
}
