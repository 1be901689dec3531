package org.linli.merchant.coupon;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.audience.Audiences;
import org.linli.merchant.coupon.ClaimResult.Claimed;
import org.linli.merchant.coupon.ClaimResult.Reason;
import org.linli.merchant.offer.ClaimableOffer;
import org.linli.merchant.offer.DailyLimit;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.merchant.stock.OfferStock;
import org.linli.merchant.stock.Reservation;
import org.linli.merchant.stock.Taken;
import org.linli.starter.Ids;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Claims a coupon (rule M-3): reserve it in the stock, bring it into being, forget the reservation. Every step is one
 * atomic write, and after a crash at any point someone finishes what was begun. RATIONALE.md tells why it holds.
 */
@Service
class Claiming {
    private static final int ATTEMPTS = 60;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private final MerchantDirectory merchants;
    private final Audiences audiences;
    private final GroupedClaims store;
    private final Slots slots;
    private final Settlement settlement;
    private final ClaimRecovery recovery;
    private final Confirmations confirmations;
    private final Clock clock;
    private final ClaimStep.Watcher watcher;
    private final Turns turns = new Turns();

    @Autowired
    Claiming(
            MerchantDirectory merchants,
            Audiences audiences,
            GroupedClaims store,
            Slots slots,
            Settlement settlement,
            ClaimRecovery recovery,
            Confirmations confirmations,
            Clock clock) {
        this(merchants, audiences, store, slots, settlement, recovery, confirmations, clock, ClaimStep.Watcher.NOBODY);
    }

    Claiming(
            MerchantDirectory merchants,
            Audiences audiences,
            GroupedClaims store,
            Slots slots,
            Settlement settlement,
            ClaimRecovery recovery,
            Confirmations confirmations,
            Clock clock,
            ClaimStep.Watcher watcher) {
        this.merchants = merchants;
        this.audiences = audiences;
        this.store = store;
        this.slots = slots;
        this.settlement = settlement;
        this.recovery = recovery;
        this.confirmations = confirmations;
        this.clock = clock;
        this.watcher = watcher;
    }

    /** Claims, or says again what the same key was answered before. */
    ClaimResult claim(Claim claim) {
        try {
            return turns.inTurn(claim.offerId(), claim.consumerId(), () -> untilDecided(claim));
        } catch (RuntimeException e) {
            // It may have broken between two steps.
            recovery.lookAfter(claim.offerId());
            throw e;
        }
    }

    private ClaimResult untilDecided(Claim claim) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<ClaimResult> decided = attempt(claim);
            if (decided.isPresent()) {
                return decided.get();
            }
            pause(attempt);
        }
        throw new DependencyUnavailableException("someone else's claim does not end", null);
    }

    /** @return empty when another claim of the same person is in the way */
    private Optional<ClaimResult> attempt(Claim claim) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        GroupedClaims.Look look =
                store.look(claim.offerId(), claim.consumerId()).orElse(null);
        if (look == null) {
            return refused(Reason.UNKNOWN_OFFER);
        }
        ClaimableOffer offer = look.offer();
        Slots.Hand hand = slots.of(claim.consumerId(), look);
        Optional<Coupon> earlier = hand.taken().stream()
                .filter(coupon -> coupon.keyScope().equals(claim.keyScope()))
                .findFirst();
        if (earlier.isPresent()) {
            return Optional.of(answerAgain(earlier.get(), claim));
        }
        if (!offer.claimable() || !isTrading(offer)) {
            return refused(Reason.OFFER_NOT_LIVE);
        }
        if (!isMeant(offer.segmentId(), hand.consumerId())) {
            return refused(Reason.NOT_IN_AUDIENCE);
        }
        // Always the lowest slot without a coupon, reserved or not: two requests with one key meet at the same slot.
        int slot = hand.free();
        if (slot == 0) {
            return refused(Reason.PER_PERSON_LIMIT_REACHED);
        }
        watcher.reached(ClaimStep.DECIDED);
        return take(offer, hand.slots().get(slot - 1), reservation(claim, hand.consumerId(), slot, now));
    }

    private boolean isMeant(@Nullable String segmentId, String consumerId) {
        return segmentId == null || audiences.admits(segmentId, consumerId);
    }

    private boolean isTrading(ClaimableOffer offer) {
        return merchants
                .recentStanding(offer.merchantId())
                .filter(Standing::approved)
                .isPresent();
    }

    private static ClaimResult answerAgain(Coupon earlier, Claim claim) {
        return earlier.bodyHash().equals(claim.bodyHash())
                ? new Claimed(earlier)
                : ClaimResult.refused(Reason.KEY_REUSED);
    }

    private static Reservation reservation(Claim claim, String consumerId, int slot, Instant now) {
        return new Reservation(Ids.next(), consumerId, slot, claim.keyScope(), claim.bodyHash(), now);
    }

    private Optional<ClaimResult> take(ClaimableOffer offer, String couponId, Reservation reservation) {
        GroupedClaims.Piece piece = store.take(offer, couponId, reservation).orElse(null);
        if (piece == null) {
            return inTheWay(offer, couponId, reservation);
        }
        return confirmed(
                offer,
                reservation,
                settlement.settled(offer, reservation, piece.level(), piece.coupon(), piece.isNew()));
    }

    private Optional<ClaimResult> confirmed(ClaimableOffer offer, Reservation reservation, Optional<Coupon> settled) {
        settled.ifPresent(own -> confirmations.add(new Taken(offer.offerId(), own.id(), reservation.claimId())));
        return settled.map(Claimed::new);
    }

    /** Nothing could be reserved: is nothing left, in all or today, or does another claim hold the slot? */
    private Optional<ClaimResult> inTheWay(ClaimableOffer offer, String couponId, Reservation wanted) {
        OfferStock stock = store.stock(offer.offerId()).orElse(null);
        if (stock == null) {
            return refused(Reason.OFFER_NOT_LIVE);
        }
        Reservation held = stock.reservationOf(couponId);
        if (held != null && held.keyScope().equals(wanted.keyScope())) {
            return takenOver(offer, stock, couponId, held, wanted);
        }
        boolean nothingStale = recovery.finishStale(stock);
        if (held != null || !nothingStale) {
            return Optional.empty();
        }
        if (stock.remaining() == 0) {
            return refused(Reason.SOLD_OUT);
        }
        DailyLimit limit = offer.dailyLimit();
        return limit != null && limit.isReached(stock.takenOn(limit.dayOf(wanted.at())))
                ? refused(Reason.DAILY_LIMIT_REACHED)
                : Optional.empty();
    }

    /** The same request, cut off or still on its way: finish it in its own name. */
    private Optional<ClaimResult> takenOver(
            ClaimableOffer offer, OfferStock stock, String couponId, Reservation held, Reservation wanted) {
        if (!held.bodyHash().equals(wanted.bodyHash())) {
            return refused(Reason.KEY_REUSED);
        }
        return confirmed(offer, held, settlement.settle(offer, couponId, held, stock.level()));
    }

    private static Optional<ClaimResult> refused(Reason reason) {
        return Optional.of(ClaimResult.refused(reason));
    }

    private static void pause(int attempt) {
        try {
            long most = Math.min(LONGEST_PAUSE_MILLIS, 2L * attempt);
            TimeUnit.MILLISECONDS.sleep(1 + ThreadLocalRandom.current().nextLong(most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyUnavailableException("stopped in the middle of a claim", e);
        }
    }
}
