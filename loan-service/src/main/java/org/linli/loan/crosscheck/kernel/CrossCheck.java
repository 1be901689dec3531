package org.linli.loan.crosscheck.kernel;

import static org.linli.loan.crosscheck.kernel.Quantity.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The checks by name (rule L-6): the same fact from two sources. What is claimed stands first, what it is held against second. */
public enum CrossCheck {
    EQUITY_VS_ACCUMULATED_PROFIT(
            "equity-vs-accumulated-profit",
            "EQUITY ~ NET_CONTRIBUTED + ACCUMULATED_PROFIT",
            List.of(EQUITY, NET_CONTRIBUTED, ACCUMULATED_PROFIT),
            the -> Sides.of(the.get(EQUITY), the.get(NET_CONTRIBUTED).add(the.get(ACCUMULATED_PROFIT)))),
    TURNOVER_BY_DAILY_SALES(
            "turnover-by-daily-sales",
            "REVENUE ~ DAILY_SALES * TRADING_DAYS",
            List.of(REVENUE, DAILY_SALES, TRADING_DAYS),
            the -> Sides.of(the.get(REVENUE), the.get(DAILY_SALES).multiply(the.get(TRADING_DAYS)))),
    TURNOVER_BY_PURCHASES(
            "turnover-by-purchases-and-margin",
            "REVENUE ~ (OPENING_STOCK + PURCHASES - CLOSING_STOCK) / (1 - SAMPLED_MARGIN)",
            List.of(REVENUE, OPENING_STOCK, PURCHASES, CLOSING_STOCK, SAMPLED_MARGIN),
            the -> Sides.of(
                    the.get(REVENUE),
                    quotient(
                            the.goodsUsed().multiply(Numbers.WHOLE), Numbers.WHOLE.subtract(the.get(SAMPLED_MARGIN))))),
    TURNOVER_BY_PAYMENTS(
            "turnover-by-payment-statements",
            "REVENUE ~ BANK_RECEIPTS + WECHAT_RECEIPTS + ALIPAY_RECEIPTS + CASH_RECEIPTS",
            List.of(REVENUE, BANK_RECEIPTS, WECHAT_RECEIPTS, ALIPAY_RECEIPTS, CASH_RECEIPTS),
            the -> Sides.of(
                    the.get(REVENUE),
                    the.get(BANK_RECEIPTS)
                            .add(the.get(WECHAT_RECEIPTS))
                            .add(the.get(ALIPAY_RECEIPTS))
                            .add(the.get(CASH_RECEIPTS)))),
    TURNOVER_BY_PLATFORM(
            "turnover-by-platform-redemptions",
            "PLATFORM_SALES ~ PLATFORM_TURNOVER",
            List.of(PLATFORM_SALES, PLATFORM_TURNOVER),
            the -> Sides.of(the.get(PLATFORM_SALES), the.get(PLATFORM_TURNOVER))),
    GOODS_FLOW(
            "goods-flow",
            "COST_OF_GOODS ~ OPENING_STOCK + PURCHASES - CLOSING_STOCK",
            List.of(COST_OF_GOODS, OPENING_STOCK, PURCHASES, CLOSING_STOCK),
            the -> Sides.of(the.get(COST_OF_GOODS), the.goodsUsed())),
    STOCK_TURN(
            "stock-turn",
            "(OPENING_STOCK + CLOSING_STOCK) / 2 * PERIOD_DAYS / COST_OF_GOODS ~ SECTOR_STOCK_DAYS",
            List.of(OPENING_STOCK, CLOSING_STOCK, PERIOD_DAYS, COST_OF_GOODS, SECTOR_STOCK_DAYS),
            the -> Sides.of(
                    quotient(
                            the.get(OPENING_STOCK).add(the.get(CLOSING_STOCK)).multiply(the.get(PERIOD_DAYS)),
                            the.get(COST_OF_GOODS).multiply(BigDecimal.valueOf(2))),
                    the.get(SECTOR_STOCK_DAYS))),
    RECEIVABLES_VS_STATEMENT(
            "receivables-vs-statement",
            "RECEIVABLES ~ RECEIVABLES_CONFIRMED",
            List.of(RECEIVABLES, RECEIVABLES_CONFIRMED),
            the -> Sides.of(the.get(RECEIVABLES), the.get(RECEIVABLES_CONFIRMED))),
    GROSS_MARGIN_VS_SECTOR(
            "gross-margin-vs-sector",
            "(REVENUE - COST_OF_GOODS) / REVENUE ~ SECTOR_MARGIN",
            List.of(REVENUE, COST_OF_GOODS, SECTOR_MARGIN),
            the -> Sides.of(
                    quotient(
                            the.get(REVENUE).subtract(the.get(COST_OF_GOODS)).multiply(Numbers.WHOLE),
                            the.get(REVENUE)),
                    the.get(SECTOR_MARGIN)));

    private final String code;
    private final String formula;
    private final List<Quantity> quantities;
    private final Function<Numbers, Sides> comparison;

    CrossCheck(String code, String formula, List<Quantity> quantities, Function<Numbers, Sides> comparison) {
        this.code = code;
        this.formula = formula;
        this.quantities = quantities;
        this.comparison = comparison;
    }

    public static Optional<CrossCheck> named(String code) {
        return Arrays.stream(values()).filter(check -> check.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public String formula() {
        return formula;
    }

    List<Quantity> quantities() {
        return quantities;
    }

    /** Both sides; empty when something is missing, or nothing can be divided by what is there. */
    Optional<Sides> sides(Evidence evidence) {
        if (quantities.stream().anyMatch(quantity -> evidence.of(quantity).isEmpty())) {
            return Optional.empty();
        }
        try {
            return Optional.of(comparison.apply(new Numbers(evidence)));
        } catch (ArithmeticException divisionByZero) {
            return Optional.empty();
        }
    }

    /** Whole fen, days or basis points, HALF_UP. */
    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, 0, RoundingMode.HALF_UP);
    }

    /** What is claimed, and what it is held against. */
    record Sides(BigDecimal claimed, BigDecimal reference) {
        static Sides of(BigDecimal claimed, BigDecimal reference) {
            return new Sides(claimed, reference);
        }
    }

    private record Numbers(Evidence evidence) {
        static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

        BigDecimal get(Quantity quantity) {
            return BigDecimal.valueOf(evidence.of(quantity).orElseThrow().value());
        }

        BigDecimal goodsUsed() {
            return get(OPENING_STOCK).add(get(PURCHASES)).subtract(get(CLOSING_STOCK));
        }
    }
}
