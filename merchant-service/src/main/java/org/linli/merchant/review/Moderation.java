package org.linli.merchant.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.coupon.Coupon;
import org.linli.merchant.coupon.Coupons;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.merchant.review.ReviewResult.Done;
import org.linli.merchant.review.ReviewResult.Reason;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** The branch staff's look at reviews, within their scope and not at those of their own people (rules P-1, P-2). */
@Service
class Moderation {
    private final Reviews reviews;
    private final Coupons coupons;
    private final Clock clock;

    Moderation(Reviews reviews, Coupons coupons, Clock clock) {
        this.reviews = reviews;
        this.coupons = coupons;
        this.clock = clock;
    }

    List<Review> queue(Caller staff, ReviewStatus status, boolean onlySensitive, @Nullable String afterId, int limit) {
        List<String> scope = staff.scope();
        return scope.isEmpty() ? List.of() : reviews.queue(scope, status, onlySensitive, afterId, limit);
    }

    /** Of a redemption taken back while its review was on its way none becomes public. */
    ReviewResult approve(Caller staff, String reviewId) {
        return decide(
                staff,
                reviewId,
                (review, now) -> stands(review.redemptionId()) && review.approve(staff.subject(), now));
    }

    private boolean stands(String redemptionId) {
        return Coupon.idOfRedemption(redemptionId)
                .flatMap(coupons::find)
                .flatMap(Coupon::redemption)
                .filter(redemption -> redemption.redemptionId().equals(redemptionId))
                .isPresent();
    }

    ReviewResult reject(Caller staff, String reviewId, String reason) {
        return decide(staff, reviewId, (review, now) -> review.reject(staff.subject(), reason, now));
    }

    private ReviewResult decide(Caller staff, String reviewId, BiPredicate<Review, Instant> decision) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return reviews.change(
                        reviewId,
                        review -> {
                            if (!staff.oversees(review.organisationPath())) {
                                return ReviewResult.refused(Reason.UNKNOWN);
                            }
                            if (FourEyes.judge(review.people(), FourEyes.Decider.of(staff))
                                    instanceof FourEyes.Conflict conflict) {
                                return new ReviewResult.Conflict(conflict.reason());
                            }
                            return decision.test(review, now)
                                    ? new Done(review)
                                    : ReviewResult.refused(Reason.ILLEGAL_STATE);
                        },
                        Done.class::isInstance)
                .orElseGet(() -> ReviewResult.refused(Reason.UNKNOWN));
    }
}
