package org.linli.loan.policy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.loan.policy.kernel.PolicyExamples.aGoodCase;
import static org.linli.loan.policy.kernel.PolicyExamples.pricing;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Rule L-9: base + risk premium + cost - relationship discount, floor and cap, every component shown. */
class PricingRules {
    @Test
    void a_rate_is_the_sum_of_its_components() {
        Price price = Price.of(aGoodCase(), 600, pricing());
        assertThat(price.components())
                .extracting(Price.Component::kind)
                .containsExactly(
                        Price.Kind.BASE, Price.Kind.RISK_PREMIUM, Price.Kind.COST, Price.Kind.RELATIONSHIP_DISCOUNT);
        assertThat(price.ratePercent()).isEqualByComparingTo("8.25");
        assertThat(price.bound()).isNull();
    }

    @Test
    void more_points_pay_a_smaller_premium_from_the_step_on() {
        assertThat(Price.of(aGoodCase(), 629, pricing()).ratePercent()).isEqualByComparingTo("8.25");
        assertThat(Price.of(aGoodCase(), 630, pricing()).ratePercent()).isEqualByComparingTo("7.05");
        assertThat(Price.of(aGoodCase(), 599, pricing()).ratePercent()).isEqualByComparingTo("11.85");
    }

    @Test
    void without_points_the_price_is_the_dearest_and_says_that_it_is_provisional() {
        Price price = Price.of(aGoodCase(), null, pricing());
        assertThat(price.ratePercent()).isEqualByComparingTo("11.85");
        assertThat(price.provisional()).isTrue();
    }

    @Test
    void a_known_relationship_earns_a_discount_up_to_its_limit() {
        Facts known = aGoodCase().with(Fact.CUSTOMER_MONTHS, 35).with(Fact.LOANS_REPAID, 2);
        assertThat(Price.of(known, 600, pricing()).ratePercent())
                .as("two full years and two loans")
                .isEqualByComparingTo("7.65");
        Facts old = known.with(Fact.CUSTOMER_MONTHS, 400);
        assertThat(Price.of(old, 600, pricing()).ratePercent()).isEqualByComparingTo("7.25");
    }

    @Test
    void the_products_published_limits_hold_and_the_price_says_so() {
        Facts dear = aGoodCase().with(Fact.PRODUCT_MIN_RATE, 9_000_000);
        assertThat(Price.of(dear, 600, pricing()).ratePercent()).isEqualByComparingTo("9");
        assertThat(Price.of(dear, 600, pricing()).bound()).isEqualTo(Price.Bound.FLOOR);
        Facts cheap = aGoodCase().with(Fact.PRODUCT_MAX_RATE, 8_000_000);
        assertThat(Price.of(cheap, 600, pricing()).ratePercent()).isEqualByComparingTo("8");
        assertThat(Price.of(cheap, 600, pricing()).bound()).isEqualTo(Price.Bound.CAP);
    }

    @Test
    void where_floor_and_cap_contradict_each_other_the_published_cap_wins() {
        Facts odd = aGoodCase().with(Fact.PRODUCT_MIN_RATE, 2_000_000).with(Fact.PRODUCT_MAX_RATE, 3_000_000);
        assertThat(Price.of(odd, 600, pricing()).ratePercent()).isEqualByComparingTo("3");
    }

    @Test
    void components_are_rounded_half_up_to_four_decimals_before_they_are_added() {
        PricingValues fine = new PricingValues(
                new BigDecimal("4.350050"),
                List.of(),
                new BigDecimal("1.000049"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal("100"));
        assertThat(Price.of(Facts.NONE, null, fine).ratePercent()).isEqualTo("5.3501");
    }

    @Property
    void the_rate_is_within_its_limits_and_explained_by_its_components(
            @ForAll @IntRange(min = 300, max = 800) int points,
            @ForAll @IntRange(max = 600) int months,
            @ForAll @IntRange(max = 50) int repaid) {
        Facts facts = aGoodCase().with(Fact.CUSTOMER_MONTHS, months).with(Fact.LOANS_REPAID, repaid);
        Price price = Price.of(facts, points, pricing());
        BigDecimal sum =
                price.components().stream().map(Price.Component::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(price.sumPercent()).isEqualByComparingTo(sum);
        assertThat(price.ratePercent()).isBetween(price.floorPercent(), price.capPercent());
        assertThat(price.bound() == null).isEqualTo(price.ratePercent().compareTo(sum) == 0);
    }

    @Test
    void values_out_of_range_are_refused() {
        assertThatThrownBy(() -> new PricingValues.RiskStep(1, new BigDecimal("-1")))
                .hasMessageStartingWith("risk.percent: -1 (expected: 0..100");
    }
}
