package org.linli.merchant.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.starter.outbox.AuditView;

/** Reviews of rule M-7. */
class ReviewRules {
    private static final Instant NOW = Instant.parse("2026-11-01T02:00:00Z");

    private final Review review =
            new Review("r1", "coupon-1", "m1", "m1-o1", "c1", 4, "面很香", List.of(), "/hq/B01/", NOW);

    @Test
    void aRedemptionHasOneReview() {
        assertThat(Review.id("coupon-1")).isEqualTo(Review.id("coupon-1")).isNotEqualTo(Review.id("coupon-2"));
    }

    @Test
    void itIsDecidedOnOnce() {
        assertThat(review.approve("staff", NOW)).isTrue();
        assertThat(review.reject("staff", "广告", NOW)).isFalse();
        assertThat(review.status()).isEqualTo(ReviewStatus.APPROVED);
    }

    @Test
    void onlyAPublicOneIsAnswered() {
        assertThat(review.reply("谢谢", NOW)).isFalse();
        review.approve("staff", NOW);
        assertThat(review.reply("谢谢", NOW)).isTrue();
        assertThat(review.reply("非常感谢", NOW.plusSeconds(1))).isTrue();
        assertThat(review.reply()).isEqualTo(new Reply("非常感谢", NOW.plusSeconds(1)));
    }

    @Test
    void aRedemptionTakenBackWithdrawsItWhateverItIs() {
        review.approve("staff", NOW);
        assertThat(review.withdraw(NOW)).isTrue();
        assertThat(review.withdraw(NOW)).isFalse();
        assertThat(review.reply("谢谢", NOW)).isFalse();
    }

    @Test
    void nobodyDecidesOnAReviewOfTheirRelativesShop() {
        FourEyes.Decider relative = new FourEyes.Decider("staff", java.util.Set.of("m1"), java.util.Set.of());
        assertThat(FourEyes.judge(review.people(), relative))
                .isEqualTo(new FourEyes.Conflict(FourEyes.Reason.RELATIVE));
    }

    @Test
    void theTrailKnowsTheDecisionAndNothingOfWhatWasWritten() {
        assertThat(review.audit()).isEqualTo(AuditView.NONE);
        review.reject("staff", "广告", NOW);
        assertThat(review.audit().facts()).containsEntry("status", "REJECTED").doesNotContainValue("c1");
        assertThat(review.audit().toString()).doesNotContain("面很香");
        assertThat(review.audit().reason()).isEqualTo("广告");
    }

    @Test
    void theAverageHasOneDecimalAndIsNothingWithoutReviews() {
        assertThat(Ratings.Rating.of(Map.of()).average()).isNull();
        assertThat(Ratings.Rating.of(Map.of(5, 2L, 4, 1L)).average()).isEqualTo(new BigDecimal("4.7"));
        assertThat(Ratings.Rating.of(Map.of(5, 1L, 4, 1L, 1, 2L)).reviews()).isEqualTo(4);
    }
}
