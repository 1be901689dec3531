package org.linli.merchant.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.merchant.category.Category;
import org.linli.merchant.stock.StockLevel;
import org.linli.starter.outbox.OutboxEvent;
import org.linli.starter.web.FieldProblem;

/** An offer's way from draft to end (rule M-2). */
class OfferRules {
    private static final Instant NOW = Instant.parse("2026-11-01T02:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));

    @Test
    void theWindowEndsInTheFutureAfterItBeganAndWithinTwoYears() {
        assertThat(window(NOW.minusSeconds(1), NOW)).containsExactly("validUntil");
        assertThat(window(UNTIL, UNTIL)).containsExactly("validUntil");
        assertThat(window(NOW, NOW.plus(Duration.ofDays(800)))).containsExactly("validUntil");
        assertThat(window(NOW.minus(Duration.ofDays(400)), UNTIL)).isEmpty();
    }

    @Test
    void theWindowIsHalfOpen() {
        Offer offer = live();
        assertThat(offer.isClaimable(NOW)).isTrue();
        assertThat(offer.isClaimable(NOW.minusMillis(1))).isFalse();
        assertThat(offer.isClaimable(UNTIL.minusMillis(1))).isTrue();
        assertThat(offer.isClaimable(UNTIL)).isFalse();
    }

    @Test
    void beforeItsWindowALiveOfferIsScheduledAndAfterwardsEnded() {
        assertThat(live().statusAt(NOW.minusSeconds(1))).isEqualTo(OfferStatus.SCHEDULED);
        assertThat(live().statusAt(UNTIL)).isEqualTo(OfferStatus.ENDED);
    }

    @Test
    void aPausedOfferIsNotClaimableUntilItIsPublishedAgain() {
        Offer offer = live();
        assertThat(offer.pause(ClaimedCoupons.HONOURED, NOW)).isTrue();
        assertThat(offer.pause(ClaimedCoupons.HONOURED, NOW)).isFalse();
        assertThat(offer.isClaimable(NOW)).isFalse();
        assertThat(offer.publish(NOW)).isTrue();
        assertThat(offer.isClaimable(NOW)).isTrue();
    }

    @Test
    void theEndIsFinal() {
        Offer offer = live();
        assertThat(offer.end(NOW)).isTrue();
        assertThat(offer.end(NOW) || offer.publish(NOW) || offer.pause(ClaimedCoupons.HONOURED, NOW))
                .isFalse();
    }

    @Test
    void aDraftIsSeenByNobodyAndTellsNothing() {
        Offer draft = draft();
        draft.end(NOW);
        assertThat(draft.isPublic()).isFalse();
        assertThat(draft.outbox()).isEmpty();
    }

    @Test
    void anOfferInReviewWaitsForTheBranch() {
        Offer offer = draft();
        assertThat(offer.submitForReview("owner-1")).isTrue();
        assertThat(offer.publish(NOW)).isFalse();
        assertThat(offer.passReview(NOW)).isTrue();
        assertThat(offer.isClaimable(NOW)).isTrue();
    }

    @Test
    void aReviewedOfferIsNotReviewedAgainWhenItResumes() {
        Offer offer = draft();
        offer.submitForReview("owner-1");
        offer.passReview(NOW);
        offer.pause(ClaimedCoupons.HONOURED, NOW);
        assertThat(offer.needsReview()).isFalse();
    }

    @Test
    void aSaleOutIsToldOncePerStateOfTheStock() {
        Offer offer = live();
        assertThat(offer.sellOut(10, NOW)).isTrue();
        assertThat(offer.sellOut(10, NOW)).isFalse();
        assertThat(offer.sellOut(12, NOW)).isTrue();
        assertThat(offer.outbox())
                .extracting(OutboxEvent::type)
                .containsExactly("offer-published", "offer-sold-out", "offer-sold-out");
    }

    @Test
    void a_pause_says_what_becomes_of_the_coupons_that_are_out() {
        Offer offer = live();

        offer.pause(ClaimedCoupons.SUSPENDED, NOW);
        assertThat(offer.redeemableAt(NOW)).isEqualTo(Redeemable.SUSPENDED);
        assertThat(told(offer, "offer-paused")).contains("\"claimedCoupons\":\"SUSPENDED\"");

        offer.publish(NOW);
        assertThat(offer.redeemableAt(NOW)).isEqualTo(Redeemable.YES);
        offer.pause(ClaimedCoupons.HONOURED, NOW);
        assertThat(offer.redeemableAt(NOW)).isEqualTo(Redeemable.YES);
    }

    @Test
    void who_ends_an_offer_does_not_take_back_what_was_claimed() {
        Offer offer = live();
        offer.pause(ClaimedCoupons.SUSPENDED, NOW);
        offer.end(NOW);
        assertThat(offer.redeemableAt(NOW)).isEqualTo(Redeemable.YES);
    }

    @Test
    void a_draft_and_a_rejected_offer_are_rewritten_and_nothing_else_is() {
        OfferTerms other = terms(NOW, UNTIL).withStock(20);
        Offer rejected = draft();
        rejected.submitForReview("owner-1");
        assertThat(rejected.rewrite(other)).isFalse();
        rejected.failReview("图片不清");

        assertThat(rejected.rewrite(other)).isTrue();
        assertThat(rejected.status()).isEqualTo(OfferStatus.DRAFT);
        assertThat(rejected.reviewReason()).isNull();
        assertThat(rejected.terms().stock()).isEqualTo(20);
        assertThat(live().rewrite(other)).isFalse();
    }

    @Test
    void a_stock_change_counts_only_as_long_as_it_is_the_latest() {
        Offer offer = live();
        offer.wantStock(20, NOW);
        int first = offer.stockEdition();
        offer.wantStock(30, NOW);

        assertThat(offer.stockIsSettled(first, new StockLevel(20, 1), NOW)).isFalse();
        assertThat(offer.stockIsSettled(offer.stockEdition(), new StockLevel(30, 2), NOW))
                .isTrue();
        assertThat(offer.stockIsSettled(offer.stockEdition(), new StockLevel(30, 2), NOW))
                .isFalse();
        assertThat(offer.terms().stock()).isEqualTo(30);
        assertThat(told(offer, "offer-stock-changed")).contains("\"stockLeft\":30");
    }

    @Test
    void a_refused_stock_change_leaves_no_trace() {
        Offer offer = live();
        offer.wantStock(1, NOW);
        offer.stockIsSettled(offer.stockEdition(), null, NOW);
        assertThat(offer.stockWish()).isEmpty();
        assertThat(offer.terms().stock()).isEqualTo(10);
        assertThat(offer.outbox()).hasSize(1);
    }

    private static String told(Offer offer, String type) {
        return offer.outbox().stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow()
                .dataJson();
    }

    private static List<String> window(Instant from, Instant until) {
        return terms(from, until).problems(NOW).stream()
                .map(FieldProblem::field)
                .toList();
    }

    private static Offer draft() {
        return Offer.draft("m1-o1", "m1", "/hq/B01/", terms(NOW, UNTIL), NOW);
    }

    private static Offer live() {
        return Offer.imported("m1-o1", "m1", "/hq/B01/", terms(NOW, UNTIL), "staff-1", NOW);
    }

    private static OfferTerms terms(Instant from, Instant until) {
        return new OfferTerms(
                "八折",
                new Discount(OfferKind.PERCENT, 20, null, null, null, null),
                Category.DINING,
                from,
                until,
                10,
                1,
                null,
                Conditions.NONE);
    }
}
