package org.linli.merchant.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.linli.merchant.campaign.CampaignResult.Done;
import org.linli.merchant.campaign.CampaignResult.Reason;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.starter.security.Caller;
import org.linli.starter.web.FieldProblem;
import org.springframework.stereotype.Service;

/** The second person's part (rules M-4, P-2): publishing, giving back, and everything that makes a campaign run again. */
@Service
class Publishing {
    private final Campaigns campaigns;
    private final PrizeOffers prizes;
    private final Seeds seeds;
    private final Clock clock;

    Publishing(Campaigns campaigns, PrizeOffers prizes, Seeds seeds, Clock clock) {
        this.campaigns = campaigns;
        this.prizes = prizes;
        this.seeds = seeds;
        this.clock = clock;
    }

    CampaignResult publish(Caller staff, String campaignId) {
        String seed = seeds.next();
        String sealed = seeds.seal(campaignId, seed);
        return decide(staff, campaignId, (campaign, now) -> {
            Optional<CampaignResult> obstacle = obstacle(campaign, now);
            return obstacle.orElseGet(() -> done(campaign, campaign.publish(sealed, Draw.commitment(seed), now)));
        });
    }

    private Optional<CampaignResult> obstacle(Campaign campaign, Instant now) {
        if (campaign.status() != CampaignStatus.IN_REVIEW) {
            return Optional.of(CampaignResult.refused(Reason.ILLEGAL_STATE));
        }
        if (!now.isBefore(campaign.plan().until())) {
            return Optional.of(CampaignResult.refused(Reason.WINDOW_OVER));
        }
        if (!campaign.isAgreedTo()) {
            return Optional.of(CampaignResult.refused(Reason.AGREEMENT_MISSING));
        }
        List<FieldProblem> unavailable = prizes.problems(campaign.plan(), now);
        return unavailable.isEmpty() ? Optional.empty() : Optional.of(new CampaignResult.Unavailable(unavailable));
    }

    CampaignResult giveBack(Caller staff, String campaignId, String reason) {
        return decide(staff, campaignId, (campaign, now) -> done(campaign, campaign.giveBack(reason)));
    }

    CampaignResult resume(Caller staff, String campaignId) {
        return decide(staff, campaignId, (campaign, now) -> done(campaign, campaign.resume(now)));
    }

    CampaignResult end(Caller staff, String campaignId, String reason) {
        return decide(
                staff,
                campaignId,
                (campaign, now) -> campaign.isPublic() && campaign.statusAt(now) != CampaignStatus.ENDED
                        ? done(campaign, campaign.end(reason, seeds.of(campaign), now))
                        : CampaignResult.refused(Reason.ILLEGAL_STATE));
    }

    private static CampaignResult done(Campaign campaign, boolean changed) {
        return changed ? new Done(campaign) : CampaignResult.refused(Reason.ILLEGAL_STATE);
    }

    private CampaignResult decide(
            Caller staff, String campaignId, BiFunction<Campaign, Instant, CampaignResult> decision) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return campaigns
                .change(
                        campaignId,
                        campaign -> staff.oversees(campaign.organisationPath())
                                ? conflict(campaign, staff).orElseGet(() -> decision.apply(campaign, now))
                                : CampaignResult.refused(Reason.UNKNOWN),
                        Done.class::isInstance)
                .orElseGet(() -> CampaignResult.refused(Reason.UNKNOWN));
    }

    private static Optional<CampaignResult> conflict(Campaign campaign, Caller staff) {
        FourEyes.Decider decider = FourEyes.Decider.of(staff);
        return campaign.people().stream()
                .map(people -> FourEyes.judge(people, decider))
                .filter(FourEyes.Conflict.class::isInstance)
                .map(verdict -> (CampaignResult) new CampaignResult.Conflict(((FourEyes.Conflict) verdict).reason()))
                .findFirst();
    }
}
