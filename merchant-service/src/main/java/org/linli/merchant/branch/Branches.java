package org.linli.merchant.branch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.linli.starter.geo.GeoPoint;
import org.springframework.stereotype.Service;

/** Answers from a copy in memory: a bank has at most some 1,000 branches, so every question walks all of them. */
@Service
public class Branches {
    /** Another replica may have received the event: the copy is renewed when it is older than this. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final BranchCircles circles;
    private final Clock clock;
    private Copy copy = new Copy(List.of(), Instant.EPOCH);

    Branches(BranchCircles circles, Clock clock) {
        this.circles = circles;
        this.clock = clock;
    }

    /** The nearest branch whose circle holds the place, of equally near ones the first by id; else the head office. */
    public Attachment attach(GeoPoint place) {
        return nearest(current(), place);
    }

    /** The branch's circle as this service knows it by now; empty until its event has arrived, and after its closing. */
    Optional<BranchCircle> circle(String branchId) {
        return current().stream()
                .filter(circle -> circle.branchId().equals(branchId) && !circle.closed())
                .findFirst();
    }

    /** Where merchants of this branch belong; empty when it is closed or unknown. */
    public Optional<Attachment> open(String branchId) {
        return circle(branchId).map(BranchCircle::attachment);
    }

    /** Where the branch is; empty when it is closed or unknown. */
    public Optional<GeoPoint> place(String branchId) {
        return circle(branchId).map(BranchCircle::point);
    }

    /** {@link #attach} for many places over one and the same state. */
    public Function<GeoPoint, Attachment> attaching() {
        List<BranchCircle> state = current();
        return place -> nearest(state, place);
    }

    /** Whether offers of the branch's merchants need a look before they go live (rule M-2). */
    public boolean reviewsOffers(String branchId) {
        Predicate<BranchCircle> asked = circle -> circle.branchId().equals(branchId);
        return current().stream().anyMatch(asked.and(BranchCircle::offerReviewRequired));
    }

    /** A number that grows with every change of any branch; 0 without branches. */
    public long state() {
        return current().stream().mapToLong(BranchCircle::sequence).sum();
    }

    static Attachment nearest(List<BranchCircle> circles, GeoPoint place) {
        return circles.stream()
                .filter(circle -> circle.holds(place))
                .min(Comparator.comparingDouble(
                                (BranchCircle circle) -> circle.point().metersTo(place))
                        .thenComparing(BranchCircle::branchId))
                .map(BranchCircle::attachment)
                .orElse(Attachment.HEAD_OFFICE);
    }

    synchronized void keep(BranchCircle circle) {
        if (circles.keep(circle)) {
            copy = new Copy(List.of(), Instant.EPOCH);
        }
    }

    private synchronized List<BranchCircle> current() {
        Instant now = clock.instant();
        if (!copy.takenAt.plus(FRESH).isAfter(now)) {
            copy = new Copy(circles.all(), now);
        }
        return copy.circles;
    }

    private record Copy(List<BranchCircle> circles, Instant takenAt) {}
}
