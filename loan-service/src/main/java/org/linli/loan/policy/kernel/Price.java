package org.linli.loan.policy.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.policy.kernel.PricingValues.RiskStep;

/**
 * A yearly rate with everything that it is made of (rule L-9): base + risk premium + cost - relationship discount, then
 * the floor and the cap.
 *
 * @param components in the order in which they are added; the discount is negative
 * @param sumPercent of the components
 * @param floorPercent the higher one of the policy's and the product's
 * @param capPercent the lower one of the policy's and the product's
 * @param bound which of the two decided the rate; null when neither
 * @param provisional without a score: the dearest premium stands in for it
 */
public record Price(
        BigDecimal ratePercent,
        List<Component> components,
        BigDecimal sumPercent,
        BigDecimal floorPercent,
        BigDecimal capPercent,
        @Nullable Bound bound,
        boolean provisional) {
    /** Rates are shown and agreed with four decimals. */
    private static final int RATE_DECIMALS = 4;

    private static final RoundingMode RATE_ROUNDING = RoundingMode.HALF_UP;
    private static final int MILLIONTHS = 6;
    private static final long MONTHS_A_YEAR = 12;

    public enum Kind {
        BASE,
        RISK_PREMIUM,
        COST,
        RELATIONSHIP_DISCOUNT
    }

    public enum Bound {
        FLOOR,
        CAP
    }

    public record Component(Kind kind, BigDecimal percent) {}

    public Price {
        components = List.copyOf(components);
    }

    /** Unknown relations earn no discount. Where floor and cap contradict each other the cap, a promise to the public, wins. */
    static Price of(Facts facts, @Nullable Integer points, PricingValues values) {
        List<Component> components = List.of(
                component(Kind.BASE, values.basePercent()),
                component(Kind.RISK_PREMIUM, premium(points, values)),
                component(Kind.COST, values.costPercent()),
                component(Kind.RELATIONSHIP_DISCOUNT, discount(facts, values).negate()));
        BigDecimal sum = components.stream().map(Component::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal floor =
                limit(facts, Fact.PRODUCT_MIN_RATE, values.floorPercent()).max(rounded(values.floorPercent()));
        BigDecimal cap =
                limit(facts, Fact.PRODUCT_MAX_RATE, values.capPercent()).min(rounded(values.capPercent()));
        BigDecimal rate = sum.max(floor).min(cap);
        Bound bound = rate.compareTo(sum) == 0 ? null : rate.compareTo(cap) == 0 ? Bound.CAP : Bound.FLOOR;
        return new Price(rate, components, sum, floor, cap, bound, points == null);
    }

    private static Component component(Kind kind, BigDecimal percent) {
        return new Component(kind, rounded(percent));
    }

    private static BigDecimal rounded(BigDecimal percent) {
        return percent.setScale(RATE_DECIMALS, RATE_ROUNDING);
    }

    private static BigDecimal premium(@Nullable Integer points, PricingValues values) {
        if (points == null) {
            return values.unscoredRiskPercent();
        }
        return values.risk().stream()
                .filter(step -> points >= step.fromPoints())
                .max(Comparator.comparingInt(RiskStep::fromPoints))
                .map(RiskStep::percent)
                .orElse(values.unscoredRiskPercent());
    }

    private static BigDecimal discount(Facts facts, PricingValues values) {
        long years = facts.number(Fact.CUSTOMER_MONTHS).orElse(0L) / MONTHS_A_YEAR;
        long repaid = facts.number(Fact.LOANS_REPAID).orElse(0L);
        return values.discountPerYearPercent()
                .multiply(BigDecimal.valueOf(years))
                .add(values.discountPerLoanRepaidPercent().multiply(BigDecimal.valueOf(repaid)))
                .min(values.maxDiscountPercent());
    }

    private static BigDecimal limit(Facts facts, Fact product, BigDecimal otherwise) {
        return rounded(facts.number(product)
                .map(millionths -> BigDecimal.valueOf(millionths, MILLIONTHS))
                .orElse(otherwise));
    }
}
