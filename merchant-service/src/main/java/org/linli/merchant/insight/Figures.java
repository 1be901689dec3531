package org.linli.merchant.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What happened, in numbers that add up over days, offers, hours and merchants (rule M-6).
 *
 * @param views looks at the offer's page, counted roughly
 * @param redemptions without those taken back
 * @param newCustomers people whose first redemption at the merchant is among them
 * @param billed redemptions at which the cashier said what the customer paid
 * @param turnoverFen what they paid in those
 */
record Figures(long views, long claims, long redemptions, long newCustomers, long billed, long turnoverFen) {
    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);
    private static final int RATE_SCALE = 4;

    static Figures views(long views) {
        return new Figures(views, 0, 0, 0, 0, 0);
    }

    static Figures of(Fact.Kind kind, @Nullable Long billFen) {
        return switch (kind) {
            case CLAIM -> new Figures(0, 1, 0, 0, 0, 0);
            case TAKEN_BACK -> NONE;
            case FIRST_VISIT -> visit(1, billFen);
            case LATER_VISIT -> visit(0, billFen);
        };
    }

    private static Figures visit(int fresh, @Nullable Long billFen) {
        return new Figures(0, 0, 1, fresh, billFen == null ? 0 : 1, billFen == null ? 0 : billFen);
    }

    Figures plus(Figures more) {
        return new Figures(
                views + more.views,
                claims + more.claims,
                redemptions + more.redemptions,
                newCustomers + more.newCustomers,
                billed + more.billed,
                Math.addExact(turnoverFen, more.turnoverFen));
    }

    Figures negated() {
        return new Figures(-views, -claims, -redemptions, -newCustomers, -billed, -turnoverFen);
    }

    /** Redemptions of people who had redeemed here before. */
    long returningVisits() {
        return redemptions - newCustomers;
    }

    /** Claims a look; null without looks. */
    @Nullable BigDecimal claimRate() {
        return rate(claims, views);
    }

    /** Redemptions a claim of the same time; null without claims. */
    @Nullable BigDecimal redemptionRate() {
        return rate(redemptions, claims);
    }

    private static @Nullable BigDecimal rate(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), RATE_SCALE, RoundingMode.HALF_UP);
    }
}
