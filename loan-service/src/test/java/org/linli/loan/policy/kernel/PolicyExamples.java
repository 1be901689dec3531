package org.linli.loan.policy.kernel;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.loan.policy.kernel.PricingValues.RiskStep;
import org.linli.loan.policy.kernel.Scorecard.Bin;
import org.linli.loan.policy.kernel.Scorecard.Characteristic;

/** Things that tests begin with. */
public final class PolicyExamples {
    private PolicyExamples() {}

    /** A shop that every policy passes: 50,000 CNY over a year, 30,000 CNY left a month. */
    public static Facts aGoodCase() {
        return Facts.NONE
                .with(Fact.AMOUNT_FEN, 5_000_000)
                .with(Fact.TERM_MONTHS, 12)
                .with(Fact.TRADING_MONTHS, 48)
                .with(Fact.PRODUCT, "MICRO")
                .with(Fact.PRODUCT_MIN_RATE, 4_350_000)
                .with(Fact.PRODUCT_MAX_RATE, 12_000_000)
                .with(Fact.REPORT_AGE_DAYS, 3)
                .with(Fact.OVERDUE_MONTHS_IN_A_ROW, 0)
                .with(Fact.CURRENT_OVERDUE_FEN, 0)
                .with(Fact.WRITTEN_OFF, false)
                .with(Fact.EXECUTED, false)
                .with(Fact.OTHER_LENDERS, 1)
                .with(Fact.OTHER_DEBT_FEN, 2_000_000)
                .with(Fact.OTHER_MONTHLY_FEN, 90_000)
                .with(Fact.QUERIES_3_MONTHS, 1)
                .with(Fact.TURNOVER_12_MONTHS_FEN, 120_000_000)
                .with(Fact.UNDISCLOSED_LENDING, false)
                .with(Fact.MONTHLY_SURPLUS_FEN, 3_000_000)
                .with(Fact.SOFT_SCORE, 75)
                .with(Fact.CROSS_CHECKS_FAILED, 0)
                .with(Fact.CROSS_CHECKS_UNKNOWN, 0)
                .with(Fact.GUARANTEED_FOR_OTHERS_FEN, 0);
    }

    public static Facts without(Facts facts, Fact... gone) {
        Map<Fact, String> kept = new EnumMap<>(facts.values());
        kept.keySet().removeAll(Set.of(gone));
        return new Facts(kept);
    }

    public static PolicyValues values() {
        Map<Threshold, Long> thresholds = new EnumMap<>(Threshold.class);
        Arrays.stream(Threshold.values()).forEach(one -> thresholds.put(one, 0L));
        thresholds.put(Threshold.MAX_REPORT_AGE_DAYS, 30L);
        thresholds.put(Threshold.ARREARS_VETO_MONTHS, 7L);
        thresholds.put(Threshold.MIN_TRADING_MONTHS, 3L);
        thresholds.put(Threshold.MAX_QUERIES_3_MONTHS, 6L);
        thresholds.put(Threshold.MAX_OTHER_LENDERS, 3L);
        thresholds.put(Threshold.MAX_GUARANTEED_FOR_OTHERS_FEN, 20_000_000L);
        thresholds.put(Threshold.MAX_AMOUNT_OF_TURNOVER_PERCENT, 50L);
        thresholds.put(Threshold.SURPLUS_OF_TURNOVER_PERCENT, 20L);
        thresholds.put(Threshold.BURDEN_REFER_PERCENT, 50L);
        thresholds.put(Threshold.BURDEN_DECLINE_PERCENT, 80L);
        thresholds.put(Threshold.MIN_SOFT_SCORE, 60L);
        thresholds.put(Threshold.SCORE_REFER, 540L);
        thresholds.put(Threshold.SCORE_PASS, 600L);
        return new PolicyValues(thresholds, scorecard(), pricing());
    }

    public static PolicyValues with(PolicyValues values, Threshold threshold, long value) {
        Map<Threshold, Long> changed = new EnumMap<>(values.thresholds());
        changed.put(threshold, value);
        return new PolicyValues(changed, values.scorecard(), values.pricing());
    }

    /** 500 + 100 when trading for a year or longer, + 30 without another lender. */
    static Scorecard scorecard() {
        return new Scorecard(
                500,
                List.of(
                        new Characteristic(
                                Fact.TRADING_MONTHS,
                                List.of(new Bin(null, 12L, null, 0), new Bin(12L, null, null, 100)),
                                null),
                        new Characteristic(
                                Fact.OTHER_LENDERS,
                                List.of(new Bin(null, 1L, null, 30), new Bin(1L, null, null, 0)),
                                null)));
    }

    static PricingValues pricing() {
        return new PricingValues(
                new BigDecimal("4.35"),
                List.of(new RiskStep(630, new BigDecimal("1.2")), new RiskStep(600, new BigDecimal("2.4"))),
                new BigDecimal("6"),
                new BigDecimal("1.5"),
                new BigDecimal("0.2"),
                new BigDecimal("0.1"),
                new BigDecimal("1"),
                new BigDecimal("4.35"),
                new BigDecimal("14.4"));
    }
}
