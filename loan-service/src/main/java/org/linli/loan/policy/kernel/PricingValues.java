package org.linli.loan.policy.kernel;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a price is made of (rule L-9), in percent a year.
 *
 * @param risk the premium from so many points on; every score below the lowest step, and an unknown one, pays {@code
 *     unscoredRiskPercent}
 * @param discountPerLoanRepaidPercent for each loan repaid here
 * @param discountPerYearPercent for each full year as a customer
 * @param maxDiscountPercent of both together
 */
public record PricingValues(
        BigDecimal basePercent,
        List<RiskStep> risk,
        BigDecimal unscoredRiskPercent,
        BigDecimal costPercent,
        BigDecimal discountPerLoanRepaidPercent,
        BigDecimal discountPerYearPercent,
        BigDecimal maxDiscountPercent,
        BigDecimal floorPercent,
        BigDecimal capPercent) {
    private static final BigDecimal MOST = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 6;
    private static final int MOST_STEPS = 40;

    public record RiskStep(int fromPoints, BigDecimal percent) {
        public RiskStep {
            requirePercent("risk.percent", percent);
        }
    }

    public PricingValues {
        requirePercent("basePercent", basePercent);
        requirePercent("unscoredRiskPercent", unscoredRiskPercent);
        requirePercent("costPercent", costPercent);
        requirePercent("discountPerLoanRepaidPercent", discountPerLoanRepaidPercent);
        requirePercent("discountPerYearPercent", discountPerYearPercent);
        requirePercent("maxDiscountPercent", maxDiscountPercent);
        requirePercent("floorPercent", floorPercent);
        requirePercent("capPercent", capPercent);
        if (floorPercent.compareTo(capPercent) > 0) {
            throw new IllegalArgumentException(
                    "floorPercent: " + floorPercent + " (expected: at most " + capPercent + ")");
        }
        Presence.require("risk", risk);
        if (risk.size() > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "risk: " + risk.size() + " steps (expected: at most " + MOST_STEPS + ")");
        }
        risk = List.copyOf(risk);
    }

    private static void requirePercent(String name, BigDecimal percent) {
        Presence.require(name, percent);
        if (percent.signum() < 0 || percent.compareTo(MOST) > 0 || percent.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException(name + ": " + percent + " (expected: 0..100, at most 6 decimals)");
        }
    }
}
