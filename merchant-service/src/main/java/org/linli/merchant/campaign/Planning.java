package org.linli.merchant.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.audience.Audiences;
import org.linli.merchant.campaign.CampaignResult.Done;
import org.linli.merchant.campaign.CampaignResult.Reason;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.linli.starter.web.FieldProblem;
import org.springframework.stereotype.Service;

/** Prepares campaigns: drafts, their handing in, scenes (rule M-4). Everything within the caller's scope (rule P-1). */
@Service
class Planning {
    private static final String HEAD_OFFICE = "hq";
    private static final FieldProblem UNKNOWN_SEGMENT =
            new FieldProblem("segmentId", "unknown", "(expected: a segment of this place or above)", "M-5");

    private final Campaigns campaigns;
    private final PrizeOffers prizes;
    private final MerchantDirectory merchants;
    private final Audiences audiences;
    private final CampaignSettings settings;
    private final Clock clock;

    Planning(
            Campaigns campaigns,
            PrizeOffers prizes,
            MerchantDirectory merchants,
            Audiences audiences,
            CampaignSettings settings,
            Clock clock) {
        this.campaigns = campaigns;
        this.prizes = prizes;
        this.merchants = merchants;
        this.audiences = audiences;
        this.settings = settings;
        this.clock = clock;
    }

    List<Campaign> list(Caller staff, @Nullable CampaignStatus status, @Nullable String afterId, int limit) {
        List<String> scope = staff.scope();
        return scope.isEmpty() ? List.of() : campaigns.of(scope, status, afterId, limit);
    }

    Optional<Campaign> find(Caller staff, String campaignId) {
        return campaigns.find(campaignId).filter(campaign -> staff.oversees(campaign.organisationPath()));
    }

    /** @param organisationId whose campaign it is; the caller's own place when absent */
    CampaignResult create(Caller staff, @Nullable String organisationId, Plan wanted) {
        Optional<String> place = organisationId == null
                ? staff.scope().stream().findFirst()
                : Optional.of(path(organisationId)).filter(staff::oversees);
        if (place.isEmpty()) {
            return CampaignResult.refused(Reason.OUT_OF_SCOPE);
        }
        Plan plan = prizes.withMerchants(wanted, now());
        return obstacle(plan, place.get())
                .orElseGet(() -> new Done(
                        campaigns.insert(Campaign.draft(Ids.next(), place.get(), plan, staff.subject(), now()))));
    }

    static String path(String organisationId) {
        return HEAD_OFFICE.equals(organisationId) ? "/hq/" : "/hq/" + organisationId + "/";
    }

    CampaignResult rewrite(Caller staff, String campaignId, Plan wanted) {
        Plan plan = prizes.withMerchants(wanted, now());
        Optional<Campaign> found = find(staff, campaignId);
        if (found.isEmpty()) {
            return CampaignResult.refused(Reason.UNKNOWN);
        }
        return obstacle(plan, found.get().organisationPath())
                .orElseGet(() -> step(staff, campaignId, (campaign, now) -> campaign.rewrite(plan, staff.subject())));
    }

    private Optional<CampaignResult> obstacle(Plan plan, String organisationPath) {
        List<FieldProblem> contradictions = PlanCheck.problems(plan);
        if (!contradictions.isEmpty()) {
            return Optional.of(new CampaignResult.Invalid(contradictions));
        }
        if (plan.segmentId() != null && !audiences.isFor(plan.segmentId(), organisationPath)) {
            return Optional.of(new CampaignResult.Invalid(List.of(UNKNOWN_SEGMENT)));
        }
        List<FieldProblem> unavailable = prizes.problems(plan, now());
        return unavailable.isEmpty() ? Optional.empty() : Optional.of(new CampaignResult.Unavailable(unavailable));
    }

    /** Hands it in to the second person and the merchants. */
    CampaignResult submit(Caller staff, String campaignId) {
        Optional<Campaign> found = find(staff, campaignId);
        if (found.isEmpty()) {
            return CampaignResult.refused(Reason.UNKNOWN);
        }
        Campaign draft = found.get();
        if (draft.plan().entry() == Entry.SCAN && draft.scenes().isEmpty()) {
            return CampaignResult.refused(Reason.SCENE_MISSING);
        }
        return obstacle(draft.plan(), draft.organisationPath())
                .orElseGet(() -> step(staff, campaignId, (campaign, now) -> campaign.submit(staff.subject())));
    }

    CampaignResult addScene(Caller staff, String campaignId, String name, @Nullable String merchantId) {
        if (merchantId != null && merchants.standing(merchantId).isEmpty()) {
            return CampaignResult.refused(Reason.UNKNOWN_MERCHANT);
        }
        Scene scene = new Scene(Ids.next(), name, merchantId);
        return step(staff, campaignId, (campaign, now) -> campaign.add(scene, settings.mostScenes(), now));
    }

    CampaignResult pause(Caller staff, String campaignId, String reason) {
        return step(staff, campaignId, (campaign, now) -> campaign.pause(reason, now));
    }

    private CampaignResult step(Caller staff, String campaignId, BiFunction<Campaign, Instant, Boolean> step) {
        Instant now = now();
        return campaigns
                .change(
                        campaignId,
                        campaign -> {
                            if (!staff.oversees(campaign.organisationPath())) {
                                return CampaignResult.refused(Reason.UNKNOWN);
                            }
                            return step.apply(campaign, now)
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
