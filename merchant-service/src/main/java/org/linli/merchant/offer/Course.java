package org.linli.merchant.offer;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.events.OfferEvent;
import org.linli.starter.outbox.AggregateRoot;

/**
 * An offer's way from draft to end. What holds at a moment is computed from the clock; {@link #keepTime} writes
 * down what the clock has changed, so that the world is told once.
 */
abstract class Course extends AggregateRoot {
    OfferTerms terms;
    OfferStatus status;
    /** What becomes of the coupons that are out while it is paused. */
    @Nullable ClaimedCoupons claimedCoupons;

    @Nullable StockWish stockWish;
    /** Whether the world was told that it began. */
    private boolean announced;

    private @Nullable Due due;
    /** Counts what its merchant can see changing. Not the version: that moves also when events are sent. */
    private long revision;

    Course(String id, OfferTerms terms, OfferStatus status) {
        super(id);
        this.terms = terms;
        this.status = status;
    }

    /** As its events tell it. */
    abstract OfferEvent.State state();

    /** Whether a coupon may be claimed: published, not paused, and inside its half-open window. */
    boolean isClaimable(Instant now) {
        return statusAt(now) == OfferStatus.LIVE;
    }

    Redeemable redeemableAt(Instant now) {
        if (status == OfferStatus.PAUSED && claimedCoupons == ClaimedCoupons.SUSPENDED) {
            return Redeemable.SUSPENDED;
        }
        return terms.conditions().weeklyHours().isOpen(now) ? Redeemable.YES : Redeemable.OUTSIDE_HOURS;
    }

    /** Whether the public has ever seen it. */
    boolean isPublic() {
        return sequence() > 0;
    }

    /** The status as people see it: the clock has its say, whether or not it was written down already. */
    OfferStatus statusAt(Instant now) {
        if (isRunning() && terms.isOver(now)) {
            return OfferStatus.ENDED;
        }
        if (status == OfferStatus.LIVE || status == OfferStatus.SCHEDULED) {
            return terms.beginsAfter(now) ? OfferStatus.SCHEDULED : OfferStatus.LIVE;
        }
        return status;
    }

    boolean mayGoLive() {
        return status == OfferStatus.DRAFT || status == OfferStatus.PAUSED;
    }

    /** Publishes a draft or resumes a paused offer. */
    boolean publish(Instant now) {
        keepTime(now);
        if (!mayGoLive()) {
            return false;
        }
        goLive(now);
        return true;
    }

    /** @param effect what becomes of the coupons that are out */
    boolean pause(ClaimedCoupons effect, Instant now) {
        keepTime(now);
        if (status != OfferStatus.LIVE && status != OfferStatus.SCHEDULED) {
            return false;
        }
        claimedCoupons = effect;
        become(OfferStatus.PAUSED, OfferEvent.Paused::new, now);
        return true;
    }

    /** Final; coupons that are out stay valid. An offer nobody has seen yet ends without an event. */
    boolean end(Instant now) {
        keepTime(now);
        if (status == OfferStatus.ENDED || status == OfferStatus.REJECTED) {
            return false;
        }
        claimedCoupons = null;
        if (isPublic()) {
            become(OfferStatus.ENDED, OfferEvent.Ended::new, now);
        } else {
            status = OfferStatus.ENDED;
            isRevised();
        }
        return true;
    }

    /**
     * Tells what time alone has changed since it was last told: that its window began, that it is over; each once, and
     * at the moment when it happened, however late that is noticed.
     *
     * @return false when there was nothing to tell and nothing to plan
     */
    boolean keepTime(Instant now) {
        Due before = due;
        if (status == OfferStatus.SCHEDULED && !terms.beginsAfter(now)) {
            announced = true;
            become(OfferStatus.LIVE, OfferEvent.Published::new, terms.validFrom());
        }
        if (isRunning() && terms.isOver(now)) {
            claimedCoupons = null;
            become(OfferStatus.ENDED, OfferEvent.Ended::new, terms.validUntil());
        }
        plan();
        return !Objects.equals(before, due);
    }

    boolean isRunning() {
        return status == OfferStatus.SCHEDULED || status == OfferStatus.LIVE || status == OfferStatus.PAUSED;
    }

    void goLive(Instant now) {
        claimedCoupons = null;
        if (terms.beginsAfter(now)) {
            become(OfferStatus.SCHEDULED, OfferEvent.Scheduled::new, now);
        } else {
            become(OfferStatus.LIVE, announced ? OfferEvent.Changed::new : OfferEvent.Published::new, now);
            announced = true;
        }
    }

    void become(OfferStatus next, Function<OfferEvent.State, OfferEvent> event, Instant at) {
        status = next;
        isRevised();
        raise(event.apply(state()), at);
        plan();
    }

    void isRevised() {
        revision++;
    }

    long revision() {
        return revision;
    }

    /** When it has to be looked at again. */
    void plan() {
        Instant turn = status == OfferStatus.SCHEDULED ? terms.validFrom() : isRunning() ? terms.validUntil() : null;
        Instant overdue = stockWish == null ? null : stockWish.overdueAt();
        due = Stream.of(turn, overdue)
                .flatMap(Stream::ofNullable)
                .min(Comparator.naturalOrder())
                .map(Due::at)
                .orElse(null);
    }

    OfferTerms terms() {
        return terms;
    }

    OfferStatus status() {
        return status;
    }

    Optional<StockWish> stockWish() {
        return Optional.ofNullable(stockWish);
    }

    Optional<ClaimedCoupons> claimedCoupons() {
        return Optional.ofNullable(claimedCoupons);
    }
}
