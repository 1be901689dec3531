package org.linli.merchant.participation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.audience.Audiences;
import org.linli.merchant.campaign.Campaign;
import org.linli.merchant.campaign.CampaignShelf;
import org.linli.merchant.campaign.CampaignStatus;
import org.linli.merchant.campaign.Entry;
import org.linli.merchant.campaign.Side;
import org.linli.merchant.participation.TakingResult.Invalid;
import org.linli.merchant.participation.TakingResult.Reason;
import org.linli.merchant.sameperson.SamePeople;
import org.linli.starter.web.FieldProblem;
import org.springframework.stereotype.Service;

/** Lets people take part in campaigns (rule M-4). */
@Service
class TakingPart {
    private final CampaignShelf shelf;
    private final Participations participations;
    private final Invitations invitations;
    private final Entering entering;
    private final PrizeRecovery recovery;
    private final Audiences audiences;
    private final SamePeople people;
    private final Clock clock;

    TakingPart(
            CampaignShelf shelf,
            Participations participations,
            Invitations invitations,
            Entering entering,
            PrizeRecovery recovery,
            Audiences audiences,
            SamePeople people,
            Clock clock) {
        this.shelf = shelf;
        this.participations = participations;
        this.invitations = invitations;
        this.entering = entering;
        this.recovery = recovery;
        this.audiences = audiences;
        this.people = people;
        this.clock = clock;
    }

    TakingResult takePart(String campaignId, String consumerId, Handed handed, String keyScope, String bodyHash) {
        Campaign campaign = shelf.find(campaignId).orElse(null);
        if (campaign == null) {
            return TakingResult.refused(Reason.UNKNOWN_CAMPAIGN);
        }
        try {
            Side side = campaign.plan().entry() == Entry.INVITATION ? Side.GUEST : null;
            Tries tries = participations.of(campaignId, consumerId, side);
            return entering.again(campaign, tries, keyScope, bodyHash)
                    .orElseGet(() -> enter(campaign, consumerId, side, handed, keyScope, bodyHash));
        } catch (RuntimeException e) {
            // It may have broken between two steps.
            recovery.lookAfter(campaignId);
            throw e;
        }
    }

    private TakingResult enter(
            Campaign campaign,
            String consumerId,
            @Nullable Side side,
            Handed handed,
            String keyScope,
            String bodyHash) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<TakingResult> obstacle = obstacle(campaign, consumerId, handed, now);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        String host = null;
        if (side == Side.GUEST) {
            Invitations.Arrival arrival = invitations.arrive(campaign, consumerId, handed, now);
            if (arrival instanceof Invitations.TurnedAway turnedAway) {
                return TakingResult.refused(turnedAway.reason());
            }
            host = ((Invitations.Arrived) arrival).hostId();
        }
        Wish wish = new Wish(
                consumerId,
                now,
                handed.sceneId(),
                Asking.rightAnswers(campaign.plan(), handed),
                side,
                host,
                handed.message(),
                handed.pledge(),
                keyScope,
                bodyHash);
        return entering.enter(campaign, wish);
    }

    private Optional<TakingResult> obstacle(Campaign campaign, String consumerId, Handed handed, Instant now) {
        if (campaign.statusAt(now) != CampaignStatus.RUNNING) {
            return Optional.of(TakingResult.refused(Reason.NOT_RUNNING));
        }
        String segmentId = campaign.plan().segmentId();
        if (segmentId != null && !audiences.admits(segmentId, consumerId)) {
            return Optional.of(TakingResult.refused(Reason.NOT_IN_AUDIENCE));
        }
        List<FieldProblem> problems = Asking.problems(campaign.plan(), handed);
        if (!problems.isEmpty()) {
            return Optional.of(new Invalid(problems));
        }
        boolean sceneIsHere = handed.sceneId() == null || campaign.has(handed.sceneId());
        return sceneIsHere ? Optional.empty() : Optional.of(TakingResult.refused(Reason.UNKNOWN_SCENE));
    }

    List<Participation> of(String consumerId, @Nullable String afterId, int limit) {
        return people.listed(
                consumerId, Participation::prefix, limit, (id, left) -> participations.of(id, afterId, left));
    }

    Optional<Campaign> campaign(String campaignId) {
        return shelf.find(campaignId);
    }
}
