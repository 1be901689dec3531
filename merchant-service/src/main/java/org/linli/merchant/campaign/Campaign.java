package org.linli.merchant.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.events.CampaignEvent;
import org.linli.merchant.campaign.Agreement.State;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** One campaign. Transitions answer false where the state does not allow them; the caller then throws the copy away. */
@Document(Campaigns.COLLECTION)
@TypeAlias("campaign")
public class Campaign extends AggregateRoot {
    private final String organisationPath;
    private final Instant createdAt;

    /** Everybody who had a hand in it, and therefore does not publish it. */
    private Set<String> preparers = new LinkedHashSet<>();

    private Plan plan;
    private CampaignStatus status = CampaignStatus.DRAFT;
    private List<Agreement> agreements = new ArrayList<>();
    private List<Scene> scenes = new ArrayList<>();
    private @Nullable String reason;
    private @Nullable String sealedSeed;
    private @Nullable String commitment;

    @PersistenceCreator
    Campaign(String id, String organisationPath, Plan plan, Instant createdAt) {
        super(id);
        this.organisationPath = organisationPath;
        this.plan = plan;
        this.createdAt = createdAt;
    }

    static Campaign draft(String id, String organisationPath, Plan plan, String by, Instant now) {
        Campaign campaign = new Campaign(id, organisationPath, plan, now);
        campaign.preparers.add(by);
        return campaign;
    }

    /** What was handed in becomes a draft again. */
    boolean rewrite(Plan wanted, String by) {
        if (status != CampaignStatus.DRAFT && status != CampaignStatus.IN_REVIEW) {
            return false;
        }
        plan = wanted;
        preparers.add(by);
        agreements = new ArrayList<>();
        status = CampaignStatus.DRAFT;
        return true;
    }

    /** Asks the second person, and every merchant whose offer is a prize. */
    boolean submit(String by) {
        if (status != CampaignStatus.DRAFT) {
            return false;
        }
        preparers.add(by);
        agreements =
                new ArrayList<>(plan.merchants().stream().map(Agreement::asked).toList());
        reason = null;
        status = CampaignStatus.IN_REVIEW;
        return true;
    }

    /** @return false unless the campaign asks the merchant and still waits */
    boolean answer(String merchantId, State answer, String by, Instant now) {
        if (status != CampaignStatus.IN_REVIEW || agreement(merchantId).isEmpty()) {
            return false;
        }
        agreements.replaceAll(
                one -> one.merchantId().equals(merchantId) ? new Agreement(merchantId, answer, by, now) : one);
        return true;
    }

    boolean giveBack(String why) {
        if (status != CampaignStatus.IN_REVIEW) {
            return false;
        }
        status = CampaignStatus.DRAFT;
        reason = why;
        return true;
    }

    /**
     * From now on nothing of the plan changes, and the seed is committed to.
     *
     * @param sealed the seed as it is stored
     */
    boolean publish(String sealed, String seedHash, Instant now) {
        if (status != CampaignStatus.IN_REVIEW || !isAgreedTo()) {
            return false;
        }
        status = CampaignStatus.RUNNING;
        sealedSeed = sealed;
        commitment = seedHash;
        raise(new CampaignEvent.Published(state(null)), now);
        return true;
    }

    boolean pause(String why, Instant now) {
        if (status != CampaignStatus.RUNNING || statusAt(now) == CampaignStatus.ENDED) {
            return false;
        }
        status = CampaignStatus.PAUSED;
        reason = why;
        raise(new CampaignEvent.Paused(state(null)), now);
        return true;
    }

    boolean resume(Instant now) {
        if (statusAt(now) != CampaignStatus.PAUSED) {
            return false;
        }
        status = CampaignStatus.RUNNING;
        reason = null;
        raise(new CampaignEvent.Resumed(state(null)), now);
        return true;
    }

    /** @param seed which everybody may know from now on */
    boolean end(@Nullable String why, String seed, Instant now) {
        if (status != CampaignStatus.RUNNING && status != CampaignStatus.PAUSED) {
            return false;
        }
        status = CampaignStatus.ENDED;
        reason = why;
        raise(new CampaignEvent.Ended(state(seed)), now);
        return true;
    }

    /** Scenes may be added as long as it is not over; none is taken away, because it hangs somewhere. */
    boolean add(Scene scene, int most, Instant now) {
        if (statusAt(now) == CampaignStatus.ENDED || scenes.size() >= most) {
            return false;
        }
        scenes.add(scene);
        return true;
    }

    /** By the clock: nobody waits for the schedule to write it down. */
    public CampaignStatus statusAt(Instant now) {
        if (status != CampaignStatus.RUNNING && status != CampaignStatus.PAUSED) {
            return status;
        }
        if (!now.isBefore(plan.until())) {
            return CampaignStatus.ENDED;
        }
        return status == CampaignStatus.RUNNING && now.isBefore(plan.from()) ? CampaignStatus.SCHEDULED : status;
    }

    public boolean isPublic() {
        return commitment != null;
    }

    boolean isAgreedTo() {
        return agreements.stream().allMatch(agreement -> agreement.state() == State.AGREED);
    }

    Optional<Agreement> agreement(String merchantId) {
        return agreements.stream()
                .filter(one -> one.merchantId().equals(merchantId))
                .findFirst();
    }

    /** Who must not decide on it, once for each merchant that gains by it (rule P-2). */
    List<FourEyes.Case> people() {
        List<String> merchants = plan.merchants().isEmpty() ? List.of("") : plan.merchants();
        return merchants.stream()
                .map(merchant -> new FourEyes.Case(Set.of(), Set.copyOf(preparers), Set.of(), merchant))
                .toList();
    }

    private CampaignEvent.State state(@Nullable String seed) {
        return new CampaignEvent.State(
                id(),
                organisationPath,
                plan.title(),
                plan.entry().name(),
                plan.from(),
                plan.until(),
                status.name(),
                String.valueOf(commitment),
                seed);
    }

    public String organisationPath() {
        return organisationPath;
    }

    public Plan plan() {
        return plan;
    }

    public List<Scene> scenes() {
        return List.copyOf(scenes);
    }

    public boolean has(String sceneId) {
        return scenes.stream().anyMatch(scene -> scene.id().equals(sceneId));
    }

    List<Agreement> agreements() {
        return List.copyOf(agreements);
    }

    CampaignStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable String reason() {
        return reason;
    }

    @Nullable String sealedSeed() {
        return sealedSeed;
    }

    public @Nullable String commitment() {
        return commitment;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("campaign", organisationPath)
                .with("title", plan.title())
                .with("entry", plan.entry())
                .with("status", status)
                .with("until", plan.until())
                .with("plan", Ids.derived(plan.toString()))
                .with("scenes", scenes.size())
                .with("commitment", commitment)
                .because(reason);
    }
}
