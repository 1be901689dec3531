package org.linli.merchant.participation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.linli.merchant.campaign.Campaign;
import org.linli.merchant.campaign.CampaignShelf;
import org.linli.merchant.campaign.Limits;
import org.linli.merchant.campaign.Prize;
import org.linli.merchant.campaign.PrizeOffers;
import org.linli.merchant.campaign.Side;
import org.linli.merchant.participation.PrizePools.InTheWay;
import org.linli.merchant.participation.PrizePools.NothingToReserve;
import org.linli.merchant.participation.PrizePools.Reserved;
import org.linli.merchant.participation.TakingResult.Reason;
import org.linli.merchant.participation.TakingResult.TookPart;
import org.linli.starter.Ids;
import org.linli.starter.web.DependencyUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Takes a wish through (rule M-4): decide, reserve the prizes in the pool, bring the participation into being, hand out,
 * settle, forget the reservation. Each is one atomic write that can be repeated; after a crash at any point whoever comes
 * by finishes what was begun, forward. Decision record 0014 tells why it holds.
 */
@Service
class Entering {
    private static final Logger log = LoggerFactory.getLogger(Entering.class);
    private static final int ATTEMPTS = 60;
    private static final long LONGEST_PAUSE_MILLIS = 50;
    private static final String NO_BODY = "host";

    private final CampaignShelf shelf;
    private final PrizeOffers offers;
    private final Participations participations;
    private final PrizePools pools;
    private final Rewarding rewarding;
    private final ParticipationSettings settings;
    private final Clock clock;
    private final TakingStep.Watcher watcher;

    @Autowired
    Entering(
            CampaignShelf shelf,
            PrizeOffers offers,
            Participations participations,
            PrizePools pools,
            Rewarding rewarding,
            ParticipationSettings settings,
            Clock clock) {
        this(shelf, offers, participations, pools, rewarding, settings, clock, TakingStep.Watcher.NOBODY);
    }

    Entering(
            CampaignShelf shelf,
            PrizeOffers offers,
            Participations participations,
            PrizePools pools,
            Rewarding rewarding,
            ParticipationSettings settings,
            Clock clock,
            TakingStep.Watcher watcher) {
        this.shelf = shelf;
        this.offers = offers;
        this.participations = participations;
        this.pools = pools;
        this.rewarding = rewarding;
        this.settings = settings;
        this.clock = clock;
        this.watcher = watcher;
    }

    TakingResult enter(Campaign campaign, Wish wish) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<TakingResult> decided = attempt(campaign, wish);
            if (decided.isPresent()) {
                return decided.get();
            }
            pause(attempt);
        }
        throw new DependencyUnavailableException("another participation of the same person does not end", null);
    }

    /** What the same key was answered before; empty when it is new. */
    Optional<TakingResult> again(Campaign campaign, Tries tries, String keyScope, String bodyHash) {
        return tries.under(keyScope)
                .map(one -> one.entered().bodyHash().equals(bodyHash)
                        ? new TookPart(campaign, finished(campaign, one))
                        : TakingResult.refused(Reason.KEY_REUSED));
    }

    private Participation finished(Campaign campaign, Participation one) {
        return one.isSettled() ? one : settle(campaign, one.id(), one.entered()).orElse(one);
    }

    /** @return empty when another participation of the same person is in the way */
    private Optional<TakingResult> attempt(Campaign campaign, Wish wish) {
        Tries tries = participations.of(campaign.id(), wish.consumerId(), wish.side());
        Optional<TakingResult> known = again(campaign, tries, wish.keyScope(), wish.bodyHash());
        if (known.isPresent()) {
            return known;
        }
        Limits limits =
                wish.side() == Side.GUEST ? new Limits(1, 1) : campaign.plan().limits();
        Optional<Reason> refusal = tries.refusal(limits, wish.at());
        if (refusal.isPresent()) {
            return refusal.map(TakingResult::refused);
        }
        Entered entered = decide(campaign, wish, tries);
        watcher.reached(TakingStep.DECIDED);
        return take(campaign, entered);
    }

    private Entered decide(Campaign campaign, Wish wish, Tries tries) {
        int draw = shelf.draw(campaign, Entered.drawer(wish.consumerId(), wish.side()), tries.next());
        Entered all = Entered.decide(campaign, wish, tries.next(), tries.daysInARow(wish.at()), draw);
        Instant now = clock.instant();
        return all.winning(all.prizes(campaign).stream()
                .filter(prize -> offers.isAvailable(prize, now))
                .map(Prize::id)
                .toList());
    }

    private Optional<TakingResult> take(Campaign campaign, Entered wanted) {
        String id = Participation.id(campaign.id(), wanted.consumerId(), wanted.side(), wanted.number());
        PrizePools.Outcome outcome = pools.reserve(campaign, id, wanted);
        if (outcome instanceof InTheWay other) {
            return inTheWay(campaign, id, other, wanted);
        }
        if (outcome instanceof NothingToReserve nothing) {
            Participation there = store(campaign, id, nothing.entered());
            return isOf(there, nothing.entered()) ? Optional.of(new TookPart(campaign, there)) : Optional.empty();
        }
        watcher.reached(TakingStep.RESERVED);
        return settle(campaign, id, ((Reserved) outcome).entered()).map(done -> new TookPart(campaign, done));
    }

    private Optional<TakingResult> inTheWay(Campaign campaign, String id, InTheWay other, Entered wanted) {
        Entered held = other.held();
        if (!held.keyScope().equals(wanted.keyScope())) {
            finishStale(campaign, other.pool());
            return Optional.empty();
        }
        // The same request, cut off or still on its way: finish it in its own name.
        return held.bodyHash().equals(wanted.bodyHash())
                ? settle(campaign, id, held).map(done -> new TookPart(campaign, done))
                : Optional.of(TakingResult.refused(Reason.KEY_REUSED));
    }

    /**
     * Finishes a reservation, whoever made it and however far it came.
     *
     * @return the reservation's own participation; empty when the number went to another attempt and the prizes went back
     */
    Optional<Participation> settle(Campaign campaign, String id, Entered entered) {
        Participation there = store(campaign, id, entered);
        if (!isOf(there, entered)) {
            pools.release(campaign, id, entered);
            return Optional.empty();
        }
        watcher.reached(TakingStep.STORED);
        if (!there.isSettled()) {
            List<Delivery> done = rewarding.handOut(campaign, id, entered);
            creditHost(campaign, id, entered);
            watcher.reached(TakingStep.HANDED_OUT);
            participations.change(id, one -> one.settle(campaign, done), changed -> changed);
        }
        watcher.reached(TakingStep.SETTLED);
        pools.confirm(campaign.id(), id, entered);
        return participations.find(id);
    }

    /** A guest who came is a participation of the host; where the host's limits are reached it is none. */
    private void creditHost(Campaign campaign, String guestId, Entered guest) {
        if (guest.side() == Side.GUEST && guest.companion() != null) {
            String key = Ids.hash("host", guestId);
            enter(
                    campaign,
                    new Wish(
                            guest.companion(),
                            guest.at(),
                            guest.sceneId(),
                            0,
                            Side.HOST,
                            guest.consumerId(),
                            null,
                            null,
                            key,
                            NO_BODY));
        }
    }

    private Participation store(Campaign campaign, String id, Entered entered) {
        try {
            return participations.insert(Participation.of(campaign, id, entered));
        } catch (DuplicateKeyException takenAlready) {
            return participations.find(id).orElseThrow();
        }
    }

    private static boolean isOf(Participation there, Entered entered) {
        return there.entered().attemptId().equals(entered.attemptId());
    }

    /**
     * Finishes what is older than any request may last; one in trouble keeps no other from being finished.
     *
     * @return whether nothing stale is left
     */
    boolean finishStale(Campaign campaign, PrizePool pool) {
        Instant youngest = clock.instant().minus(settings.staleAfter());
        boolean all = true;
        for (Map.Entry<String, Entered> open : pool.reservations().entrySet()) {
            if (open.getValue().at().isBefore(youngest)) {
                try {
                    settle(campaign, open.getKey(), open.getValue());
                } catch (RuntimeException e) {
                    log.warn(
                            "participation {} waits: {}",
                            open.getKey(),
                            e.getClass().getName());
                    all = false;
                }
            }
        }
        return all;
    }

    private static void pause(int attempt) {
        try {
            long most = Math.min(LONGEST_PAUSE_MILLIS, 2L * attempt);
            TimeUnit.MILLISECONDS.sleep(1 + ThreadLocalRandom.current().nextLong(most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyUnavailableException("stopped in the middle of taking part", e);
        }
    }
}
