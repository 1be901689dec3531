package org.linli.merchant.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.linli.starter.geo.GeoPoint;

/** Facts about a person are the same after repeats and in any order (rule M-5). */
class FactsRules {
    private static final int TODAY = 20_700;
    private static final Shop NOODLES = new Shop("m1", "dining", "/hq/B01/x1/", 30.0, 120.0);
    private static final Shop BOOKS = new Shop("m2", "shopping", "/hq/B02/", 30.1, 120.1);

    private static ConsumerFacts settled(ConsumerFacts facts) {
        facts.settle(TODAY - 179, 500);
        return facts;
    }

    private static int claims(ConsumerFacts facts, int days) {
        return counts(facts).claimsSince(TODAY - days + 1, shop -> true);
    }

    private static int redemptions(ConsumerFacts facts, int days) {
        return counts(facts).redemptionsSince(TODAY - days + 1, shop -> true);
    }

    private static Counts counts(ConsumerFacts facts) {
        return Counts.of(facts.deals(), List.of(NOODLES, BOOKS));
    }

    @RepeatedTest(50)
    void anyOrderAndAnyRepeatsGiveTheSameCounts(RepetitionInfo turn) {
        List<Consumer<ConsumerFacts>> events = List.of(
                facts -> facts.claim("c1", NOODLES, TODAY - 20),
                facts -> facts.redeem("c1", NOODLES, TODAY - 10, 2),
                facts -> facts.claim("c2", NOODLES, TODAY - 3),
                facts -> facts.redeem("c2", NOODLES, TODAY - 2, 2),
                facts -> facts.redeem("c2", NOODLES, null, 3),
                facts -> facts.claim("c3", BOOKS, TODAY - 1),
                facts -> facts.redeem("c3", BOOKS, TODAY - 1, 2),
                facts -> facts.redeem("c3", BOOKS, null, 3),
                facts -> facts.redeem("c3", BOOKS, TODAY, 4),
                facts -> facts.hear(told -> told.consent("MARKETING", true, 5)),
                facts -> facts.hear(told -> told.consent("MARKETING", false, 6)),
                facts -> facts.hear(told -> told.consent("PROFILING", true, 7)),
                facts -> facts.hear(told -> told.bind(true, false, 8)),
                facts -> facts.hear(told -> told.bind(false, null, 9)),
                facts -> facts.hear(told -> told.bind(true, true, 10)));
        Random chance = new Random(turn.getCurrentRepetition());
        List<Consumer<ConsumerFacts>> told = new ArrayList<>(events);
        told.addAll(events);
        Collections.shuffle(told, chance);
        ConsumerFacts facts = new ConsumerFacts("u1");
        for (Consumer<ConsumerFacts> event : told) {
            event.accept(facts);
            if (chance.nextInt(3) == 0) {
                settled(facts);
            }
        }
        settled(facts);
        assertThat(claims(facts, 180)).isEqualTo(3);
        assertThat(claims(facts, 7)).isEqualTo(2);
        assertThat(redemptions(facts, 180)).isEqualTo(2);
        assertThat(redemptions(facts, 7)).isEqualTo(1);
        assertThat(facts.allows("MARKETING")).isFalse();
        assertThat(facts.allows("PROFILING")).isTrue();
    }

    @Test
    void theLastDaysBeginWithToday() {
        ConsumerFacts facts = new ConsumerFacts("u1");
        facts.claim("c1", NOODLES, TODAY);
        facts.claim("c2", NOODLES, TODAY - 6);
        facts.claim("c3", NOODLES, TODAY - 7);
        assertThat(claims(settled(facts), 1)).isEqualTo(1);
        assertThat(claims(facts, 7)).isEqualTo(2);
        assertThat(claims(facts, 8)).isEqualTo(3);
    }

    @Test
    void whatIsOlderThanTheHorizonGoesAndStaysAwayWhenToldAgain() {
        ConsumerFacts facts = new ConsumerFacts("u1");
        facts.claim("old", NOODLES, TODAY - 180);
        facts.claim("edge", NOODLES, TODAY - 179);
        facts.redeem("late", NOODLES, TODAY - 180, 2);
        assertThat(settled(facts).deals()).extracting(Deal::couponId).containsExactly("edge");
        facts.claim("old", NOODLES, TODAY - 180);
        assertThat(settled(facts).deals()).hasSize(1);
    }

    @Test
    void aPersonsHistoryIsBoundedAndTheNewestStay() {
        ConsumerFacts facts = new ConsumerFacts("u1");
        for (int i = 0; i < 30; i++) {
            facts.claim("c" + i, NOODLES, TODAY - i);
        }
        facts.settle(TODAY - 179, 10);
        assertThat(facts.deals()).hasSize(10);
        assertThat(claims(facts, 10)).isEqualTo(10);
    }

    @Test
    void twoWhoAreOneHaveEverythingOnceHoweverOften() {
        ConsumerFacts younger = new ConsumerFacts("u2");
        younger.claim("c1", NOODLES, TODAY);
        younger.contact(new Contact("MARKETING", TODAY, "s1"), 3, TODAY - 6);
        ConsumerFacts older = new ConsumerFacts("u1");
        older.claim("c2", BOOKS, TODAY);
        older.absorb(younger);
        older.absorb(younger);
        assertThat(claims(settled(older), 1)).isEqualTo(2);
        assertThat(older.contact(new Contact("MARKETING", TODAY, "s1"), 1, TODAY - 6))
                .isTrue();
        assertThat(older.contact(new Contact("MARKETING", TODAY, "s2"), 1, TODAY - 6))
                .isFalse();
    }

    @Test
    void ofWhoeverIsForgottenNothingStaysAndNothingComes() {
        ConsumerFacts facts = new ConsumerFacts("u1");
        facts.claim("c1", NOODLES, TODAY);
        facts.hear(told -> told.consent("MARKETING", true, 2));
        facts.forget(null);
        facts.claim("c2", NOODLES, TODAY);
        facts.hear(told -> told.consent("MARKETING", true, 3));
        facts.register("consumer");
        assertThat(settled(facts).deals()).isEmpty();
        assertThat(facts.allows("MARKETING")).isFalse();
        assertThat(facts.isGone()).isTrue();
    }

    @Test
    void aCapHoldsWithinItsDaysAndOneSendingCountsOnce() {
        ConsumerFacts facts = new ConsumerFacts("u1");
        Contact first = new Contact("MARKETING", TODAY - 6, "s1");
        assertThat(facts.contact(first, 1, TODAY - 12)).isTrue();
        assertThat(facts.contact(first, 1, TODAY - 12)).isTrue();
        assertThat(facts.contact(new Contact("MARKETING", TODAY, "s2"), 1, TODAY - 6))
                .isFalse();
        assertThat(facts.contact(new Contact("SERVICE_MESSAGES", TODAY, "s2"), 1, TODAY - 6))
                .isTrue();
        assertThat(facts.contact(new Contact("MARKETING", TODAY + 1, "s3"), 1, TODAY - 5))
                .isTrue();
    }

    @Test
    void anAgeBandIsThatOfTheMiddleOfFiveYears() {
        assertThat(AgeBand.of(1990, 2026)).isEqualTo("25-34");
        assertThat(AgeBand.of(1985, 2026)).isEqualTo("35-44");
        assertThat(AgeBand.of(2010, 2026)).isEqualTo("0-17");
        assertThat(AgeBand.of(2005, 2026)).isEqualTo("18-24");
        assertThat(AgeBand.of(1955, 2026)).isEqualTo("65+");
    }

    @Test
    void aPlaceIsUnderAllThatItHangsFrom() {
        assertThat(Place.andAbove("/hq/B01/x1/")).containsExactly("/hq/B01/x1/", "/hq/B01/");
        assertThat(Place.andAbove("/hq/")).isEmpty();
        assertThat(Set.of(Place.of("hq"), Place.of("B01"))).containsExactlyInAnyOrder("/hq/", "/hq/B01/");
    }

    @Test
    void aBorrowerIsOneOnlyForThoseWhoMayKnow() {
        ConsumerFacts facts = new ConsumerFacts("u1");
        facts.hear(told -> told.bind(true, true, 1));
        assertThat(owes(facts, true)).as("no consent to profiling").isFalse();
        facts.hear(told -> told.consent("PROFILING", true, 2));
        assertThat(owes(facts, true)).isTrue();
        assertThat(owes(facts, false)).isFalse();
        facts.hear(told -> told.bind(true, null, 3));
        assertThat(owes(facts, true) || owes(facts, false)).as("never heard").isFalse();
    }

    @Test
    void whoseShopGotALoanIsABorrowerUntilItIsTakenBackInAnyOrderAndHoweverOften() {
        Loan lent = new Loan("l1", true, "2026-03-01", 1);
        Loan back = new Loan("l1", false, "2026-03-01", 2);
        for (List<Loan> order : List.of(List.of(lent, back, lent, back), List.of(back, lent, lent))) {
            ConsumerFacts facts = profiled();
            order.forEach(facts::lend);
            assertThat(owes(facts, true) || owes(facts, false))
                    .as("taken back: never heard of anything else")
                    .isFalse();
            assertThat(facts.isConsumer()).isFalse();
            facts.lend(new Loan("l2", true, "2026-04-01", 1));
            assertThat(owes(facts, true)).isTrue();
        }
    }

    @Test
    void aLoanSaysMoreThanABindingThatIsOlderAndTheBindingCountsAgainAfterwards() {
        ConsumerFacts facts = profiled();
        facts.hear(told -> told.bind(true, false, 3));
        facts.lend(new Loan("l1", true, "2026-03-01", 1));
        ConsumerFacts read = ConsumerFacts.of(1, facts.facts(), facts.history());
        assertThat(owes(read, true)).isTrue();
        read.lend(new Loan("l1", false, "2026-03-01", 2));
        assertThat(owes(ConsumerFacts.of(2, read.facts(), read.history()), false))
                .isTrue();
    }

    @Test
    void ofSomeonesLoansTheNewestOpenOnesStay() {
        ConsumerFacts facts = new ConsumerFacts("u1");
        for (int i = 0; i < 150; i++) {
            facts.lend(new Loan("l" + i, i < 30, "20%02d-01-01".formatted(i % 100), 1));
        }
        assertThat(facts.history().loans()).hasSize(100).filteredOn(Loan::open).hasSize(30);
    }

    @Test
    void aListUnderAnEarlierIdHasNumbersOfItsOwn() {
        ConsumerFacts facts = new ConsumerFacts("u1");
        facts.like(new Liking("OFFER:o1", "m1"), NOODLES, true, "u2", 50);
        facts.like(new Liking("OFFER:o2", "m1"), NOODLES, true, "u1", 1);
        assertThat(facts.history().likings()).hasSize(2);
    }

    private static ConsumerFacts profiled() {
        ConsumerFacts facts = new ConsumerFacts("u1");
        facts.hear(told -> told.consent("PROFILING", true, 1));
        return facts;
    }

    private static boolean owes(ConsumerFacts facts, boolean wanted) {
        return new Rule.Borrower(wanted).holds(facts.facts(), today());
    }

    private static Moment today() {
        return new Moment() {
            @Override
            public int today() {
                return TODAY;
            }

            @Override
            public Optional<GeoPoint> place(Rule.Centre centre) {
                return Optional.empty();
            }
        };
    }
}
