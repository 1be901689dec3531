package org.linli.merchant.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.merchant.category.Category;
import org.linli.starter.outbox.OutboxEvent;

/** What time does to an offer (rule M-2): it counts at once, and is told once. */
class OfferTimeRules {
    private static final Instant NOW = Instant.parse("2026-11-01T02:00:00Z");
    private static final Instant FROM = NOW.plus(Duration.ofDays(1));
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));

    @Test
    void an_offer_before_its_window_is_scheduled_and_told_so() {
        Offer offer = scheduled();
        assertThat(offer.statusAt(NOW)).isEqualTo(OfferStatus.SCHEDULED);
        assertThat(offer.isClaimable(NOW)).isFalse();
        assertThat(types(offer)).containsExactly("offer-scheduled");
    }

    @Test
    void it_can_be_claimed_from_the_first_moment_although_nobody_has_written_it_down() {
        assertThat(scheduled().isClaimable(FROM)).isTrue();
        assertThat(scheduled().isClaimable(UNTIL)).isFalse();
        assertThat(scheduled().statusAt(UNTIL)).isEqualTo(OfferStatus.ENDED);
    }

    @Test
    void its_beginning_is_told_once_and_with_the_time_when_it_was() {
        Offer offer = scheduled();
        assertThat(offer.keepTime(FROM.minusMillis(1))).isFalse();
        assertThat(offer.keepTime(FROM.plusSeconds(90))).isTrue();
        assertThat(offer.keepTime(FROM.plusSeconds(91))).isFalse();
        assertThat(types(offer)).containsExactly("offer-scheduled", "offer-published");
        assertThat(offer.outbox().get(1).time()).isEqualTo(FROM);
    }

    @Test
    void after_a_long_sleep_everything_is_told_in_order() {
        Offer offer = scheduled();
        offer.keepTime(UNTIL.plus(Duration.ofDays(5)));
        assertThat(types(offer)).containsExactly("offer-scheduled", "offer-published", "offer-ended");
        assertThat(offer.outbox()).extracting(OutboxEvent::time).containsExactly(NOW, FROM, UNTIL);
        assertThat(offer.status()).isEqualTo(OfferStatus.ENDED);
        assertThat(offer.keepTime(UNTIL.plus(Duration.ofDays(6)))).isFalse();
    }

    @Test
    void a_paused_offer_ends_in_its_time_too() {
        Offer offer = scheduled();
        offer.keepTime(FROM);
        offer.pause(ClaimedCoupons.SUSPENDED, FROM.plusSeconds(1));
        offer.keepTime(UNTIL);
        assertThat(offer.status()).isEqualTo(OfferStatus.ENDED);
        assertThat(types(offer)).endsWith("offer-paused", "offer-ended");
    }

    @Test
    void one_that_was_paused_over_its_beginning_begins_when_it_is_resumed() {
        Offer offer = scheduled();
        offer.pause(ClaimedCoupons.HONOURED, NOW);
        assertThat(offer.keepTime(FROM)).isFalse();
        offer.publish(FROM.plusSeconds(60));
        assertThat(types(offer)).containsExactly("offer-scheduled", "offer-paused", "offer-published");
    }

    @Test
    void a_beginning_is_not_told_again_after_a_pause() {
        Offer offer = scheduled();
        offer.keepTime(FROM);
        offer.pause(ClaimedCoupons.HONOURED, FROM.plusSeconds(1));
        offer.publish(FROM.plusSeconds(2));
        assertThat(types(offer)).filteredOn("offer-published"::equals).hasSize(1);
        assertThat(types(offer)).endsWith("offer-paused", "offer-changed");
    }

    @Test
    void whoever_pauses_a_moment_too_late_pauses_nothing() {
        Offer offer = scheduled();
        assertThat(offer.pause(ClaimedCoupons.HONOURED, UNTIL)).isFalse();
        assertThat(offer.end(UNTIL)).isFalse();
    }

    @Test
    void a_later_end_moves_the_turn() {
        Offer offer = scheduled();
        offer.amend(offer.terms().during(FROM, UNTIL.plusSeconds(60)), NOW);
        offer.keepTime(UNTIL);
        assertThat(offer.statusAt(UNTIL)).isEqualTo(OfferStatus.LIVE);
        offer.keepTime(UNTIL.plusSeconds(60));
        assertThat(offer.status()).isEqualTo(OfferStatus.ENDED);
    }

    @Test
    void a_draft_knows_no_time() {
        Offer draft = Offer.draft("m1-o1", "m1", "/hq/B01/", terms(), NOW);
        assertThat(draft.keepTime(UNTIL.plusSeconds(1))).isFalse();
        assertThat(draft.outbox()).isEmpty();
    }

    @Test
    void a_day_of_a_daily_limit_is_one_in_shanghai() {
        DailyLimit limit = new DailyLimit(2);
        assertThat(limit.dayOf(Instant.parse("2026-11-01T15:59:59Z"))).hasToString("2026-11-01");
        assertThat(limit.dayOf(Instant.parse("2026-11-01T16:00:00Z"))).hasToString("2026-11-02");
        assertThat(limit.isReached(1)).isFalse();
        assertThat(limit.isReached(2)).isTrue();
    }

    private static List<String> types(Offer offer) {
        return offer.outbox().stream().map(OutboxEvent::type).toList();
    }

    private static Offer scheduled() {
        return Offer.imported("m1-o1", "m1", "/hq/B01/", terms(), "staff-1", NOW);
    }

    private static OfferTerms terms() {
        Discount discount = new Discount(OfferKind.PERCENT, 20, null, null, null, null);
        return new OfferTerms("八折", discount, Category.DINING, FROM, UNTIL, 10, 1, null, Conditions.NONE);
    }
}
