package org.linli.merchant.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.coupon.Coupon;
import org.linli.merchant.coupon.Wallet;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.merchant.review.ReviewResult.Done;
import org.linli.merchant.review.ReviewResult.Reason;
import org.linli.merchant.sameperson.SamePeople;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Lets people say what they think of a visit, and the owner answer (rule M-7). */
@Service
class Reviewing {
    private static final String HEAD_OFFICE = "/hq/";

    private final Reviews reviews;
    private final Wallet wallet;
    private final MerchantDirectory merchants;
    private final SensitiveWords words;
    private final SamePeople people;
    private final Clock clock;

    Reviewing(
            Reviews reviews,
            Wallet wallet,
            MerchantDirectory merchants,
            SensitiveWords words,
            SamePeople people,
            Clock clock) {
        this.reviews = reviews;
        this.wallet = wallet;
        this.merchants = merchants;
        this.words = words;
        this.people = people;
        this.clock = clock;
    }

    /** Of one's own redemption, as long as it stands; the same review again is the same review. */
    ReviewResult write(String consumerId, String redemptionId, int stars, @Nullable String text) {
        Optional<Coupon> own =
                Coupon.idOfRedemption(redemptionId).flatMap(couponId -> wallet.find(consumerId, couponId));
        if (own.isEmpty()) {
            return ReviewResult.refused(Reason.UNKNOWN);
        }
        boolean stands = own.get()
                .redemption()
                .filter(redemption -> redemption.redemptionId().equals(redemptionId))
                .isPresent();
        return stands ? insert(own.get(), redemptionId, stars, text) : ReviewResult.refused(Reason.NOT_REDEEMED);
    }

    private ReviewResult insert(Coupon coupon, String redemptionId, int stars, @Nullable String text) {
        String id = Review.id(redemptionId);
        String path = merchants
                .standing(coupon.merchantId())
                .map(Standing::organisationPath)
                .orElse(HEAD_OFFICE);
        Review review = new Review(
                id,
                redemptionId,
                coupon.merchantId(),
                coupon.offerId(),
                coupon.consumerId(),
                stars,
                text,
                words.in(text),
                path,
                now());
        try {
            return new Done(reviews.insert(review));
        } catch (DuplicateKeyException thereIsOne) {
            return reviews.find(id)
                    .filter(known -> known.stars() == stars && Objects.equals(known.text(), text))
                    .<ReviewResult>map(Done::new)
                    .orElseGet(() -> ReviewResult.refused(Reason.ALREADY_REVIEWED));
        }
    }

    List<Review> of(String consumerId, @Nullable String afterId, int limit) {
        return reviews.of(people.idsOf(consumerId), afterId, limit);
    }

    List<Review> approved(String merchantId, Reviews.@Nullable Mark before, int limit) {
        return reviews.approved(merchantId, before, limit);
    }

    /** Whether the public may see the merchant at all. */
    boolean isPublic(String merchantId) {
        return merchants.recentStanding(merchantId).filter(Standing::approved).isPresent();
    }

    ReviewResult reply(String merchantId, String reviewId, String text) {
        List<String> found = words.in(text);
        if (!found.isEmpty()) {
            return new ReviewResult.Sensitive(found);
        }
        return reviews.change(
                        reviewId,
                        review -> {
                            if (!review.merchantId().equals(merchantId)) {
                                return ReviewResult.refused(Reason.UNKNOWN);
                            }
                            return review.reply(text, now())
                                    ? new Done(review)
                                    : ReviewResult.refused(Reason.ILLEGAL_STATE);
                        },
                        Done.class::isInstance)
                .orElseGet(() -> ReviewResult.refused(Reason.UNKNOWN));
    }

    /** Takes the review of a redemption back that was itself taken back. */
    void withdraw(String redemptionId) {
        reviews.change(Review.id(redemptionId), review -> review.withdraw(now()), withdrawn -> withdrawn);
    }

    /** Lets a merchant's reviews follow it to where it is attached now (rule P-1). */
    void follow(String merchantId) {
        merchants.standing(merchantId).ifPresent(merchant -> {
            String path = merchant.organisationPath();
            reviews.notAt(path, merchantId)
                    .forEach(id -> reviews.change(id, review -> review.follow(path), moved -> moved));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
