package org.linli.merchant.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.merchant.category.Category;
import org.linli.starter.outbox.OutboxEvent;
import org.linli.starter.web.FieldProblem;

class OfferRules {
    private static final Instant NOW = Instant.parse("2026-11-01T02:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100, 1000})
    void aPercentageIsBetweenOneAndNinetyNine(int percent) {
        assertThat(fields(percent(percent))).containsExactly("percentOff");
    }

    @Test
    void aReductionNeverExceedsItsThreshold() {
        assertThat(fields(cashOff(10_000, 10_001))).containsExactly("offFen");
        assertThat(fields(cashOff(10_000, 0))).containsExactly("offFen");
        assertThat(fields(cashOff(10_000, 10_000))).isEmpty();
    }

    @Test
    void aSpecialPriceIsBelowTheListPriceAndNotNegative() {
        assertThat(fields(fixed(1000, 1000))).containsExactly("priceFen");
        assertThat(fields(fixed(-1, 1000))).containsExactly("priceFen");
        assertThat(fields(fixed(0, 1000))).isEmpty();
    }

    @Test
    void figuresOfAnotherKindAreNotAccepted() {
        assertThat(fields(new Discount(OfferKind.GIFT, 20, null, null, null, null)))
                .containsExactly("kind");
        assertThat(fields(new Discount(OfferKind.PERCENT, 20, null, null, 1L, null)))
                .containsExactly("kind");
        assertThat(fields(new Discount(OfferKind.GIFT, null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void nothingPayableIsEverBelowZero() {
        List<Discount> extremes = List.of(percent(99), cashOff(1, 1), cashOff(50_000, 50_000), fixed(0, 1));
        LongStream.of(0, 1, 2, 99, 100, 49_999, 50_000, Discount.MAX_FEN)
                .forEach(amount -> assertThat(extremes).allMatch(discount -> discount.payableFen(amount) >= 0));
    }

    @Test
    void twentyPercentOffLeavesEightTenthsToPay() {
        assertThat(percent(20).payableFen(10_000)).isEqualTo(8_000);
    }

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
        assertThat(offer.pause(NOW)).isTrue();
        assertThat(offer.pause(NOW)).isFalse();
        assertThat(offer.isClaimable(NOW)).isFalse();
        assertThat(offer.publish(NOW)).isTrue();
        assertThat(offer.isClaimable(NOW)).isTrue();
    }

    @Test
    void theEndIsFinal() {
        Offer offer = live();
        assertThat(offer.end(NOW)).isTrue();
        assertThat(offer.end(NOW) || offer.publish(NOW) || offer.pause(NOW)).isFalse();
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
        offer.pause(NOW);
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

    private static List<String> fields(Discount discount) {
        return discount.problems().stream().map(FieldProblem::field).toList();
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
        return new OfferTerms("八折", percent(20), Category.DINING, from, until, 10, 1, null);
    }

    private static Discount percent(int percent) {
        return new Discount(OfferKind.PERCENT, percent, null, null, null, null);
    }

    private static Discount cashOff(long threshold, long off) {
        return new Discount(OfferKind.CASH_OFF, null, threshold, off, null, null);
    }

    private static Discount fixed(long price, long listPrice) {
        return new Discount(OfferKind.FIXED_PRICE, null, null, null, price, listPrice);
    }
}
