package org.linli.loan.crosscheck.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.loan.crosscheck.kernel.Quantity.*;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.loan.crosscheck.kernel.Tolerance.Effect;

/** Rule L-6: the same fact from two sources agrees within a tolerance; what nobody knows never passes. */
class CrossCheckRules {
    private static final Parameters TEN_PERCENT = new Parameters(
            1,
            Arrays.stream(CrossCheck.values())
                    .collect(Collectors.toMap(
                            Function.identity(),
                            check -> new Tolerance(BigDecimal.TEN, Effect.NEEDS_REASON, Effect.NOTED))));

    /**
     * A noodle shop, one year: revenue 600,000 yuan, goods 240,000, margin 60 %; everything agrees. In fen.
     */
    private static Evidence noodleShop() {
        return Evidence.none()
                .with(PERIOD_DAYS, 365L, Source.STATEMENTS)
                .with(REVENUE, 60_000_000L, Source.STATEMENTS)
                .with(COST_OF_GOODS, 24_000_000L, Source.STATEMENTS)
                .with(EQUITY, 35_000_000L, Source.STATEMENTS)
                .with(NET_CONTRIBUTED, 10_000_000L, Source.OWNER)
                .with(ACCUMULATED_PROFIT, 25_000_000L, Source.OWNER)
                .with(DAILY_SALES, 170_000L, Source.COUNTED)
                .with(TRADING_DAYS, 350L, Source.OWNER)
                .with(PURCHASES, 24_100_000L, Source.INVOICES)
                .with(OPENING_STOCK, 600_000L, Source.OWNER)
                .with(CLOSING_STOCK, 700_000L, Source.STATEMENTS)
                .with(SAMPLED_MARGIN, 6_000L, Source.COUNTED)
                .with(BANK_RECEIPTS, 5_000_000L, Source.BANK_STATEMENT)
                .with(WECHAT_RECEIPTS, 30_000_000L, Source.WECHAT_STATEMENT)
                .with(ALIPAY_RECEIPTS, 15_000_000L, Source.ALIPAY_STATEMENT)
                .with(CASH_RECEIPTS, 9_000_000L, Source.CASH_BOOK)
                .with(PLATFORM_SALES, 6_000_000L, Source.OWNER)
                .with(PLATFORM_TURNOVER, 5_900_000L, Source.PLATFORM)
                .with(RECEIVABLES, 1_000_000L, Source.STATEMENTS)
                .with(RECEIVABLES_CONFIRMED, 950_000L, Source.DEBTORS)
                .with(SECTOR_MARGIN, 5_500L, Source.SECTOR)
                .with(SECTOR_STOCK_DAYS, 10L, Source.SECTOR);
    }

    /** Check, what makes it fail, what makes it unknown. */
    static Stream<Arguments> examples() {
        return Stream.of(
                example(CrossCheck.EQUITY_VS_ACCUMULATED_PROFIT, EQUITY, 60_000_000L, ACCUMULATED_PROFIT),
                example(CrossCheck.TURNOVER_BY_DAILY_SALES, DAILY_SALES, 120_000L, DAILY_SALES),
                example(CrossCheck.TURNOVER_BY_PURCHASES, PURCHASES, 12_000_000L, SAMPLED_MARGIN),
                example(CrossCheck.TURNOVER_BY_PAYMENTS, WECHAT_RECEIPTS, 15_000_000L, ALIPAY_RECEIPTS),
                example(CrossCheck.TURNOVER_BY_PLATFORM, PLATFORM_TURNOVER, 2_000_000L, PLATFORM_TURNOVER),
                example(CrossCheck.GOODS_FLOW, PURCHASES, 30_000_000L, OPENING_STOCK),
                example(CrossCheck.STOCK_TURN, CLOSING_STOCK, 9_000_000L, SECTOR_STOCK_DAYS),
                example(CrossCheck.RECEIVABLES_VS_STATEMENT, RECEIVABLES_CONFIRMED, 300_000L, RECEIVABLES_CONFIRMED),
                example(CrossCheck.GROSS_MARGIN_VS_SECTOR, COST_OF_GOODS, 45_000_000L, SECTOR_MARGIN));
    }

    private static Arguments example(CrossCheck check, Quantity failing, long value, Quantity missing) {
        UnaryOperator<Evidence> fails = shop -> shop.with(failing, value, Source.OWNER);
        UnaryOperator<Evidence> unknown = shop -> shop.with(missing, null, Source.OWNER);
        return Arguments.of(check, fails, unknown);
    }

    @Test
    void every_check_has_its_examples() {
        assertThat(examples().map(arguments -> arguments.get()[0])).containsExactly((Object[]) CrossCheck.values());
    }

    @ParameterizedTest
    @EnumSource(CrossCheck.class)
    void what_agrees_passes_and_nothing_follows(CrossCheck check) {
        CheckResult result = judged(check, noodleShop());
        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.effect()).isNull();
        assertThat(result.deviationPercent()).isLessThanOrEqualTo(BigDecimal.TEN);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void what_disagrees_fails_and_needs_a_reason(CrossCheck check, UnaryOperator<Evidence> fails) {
        CheckResult result = judged(check, fails.apply(noodleShop()));
        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.needsReason()).isTrue();
        assertThat(result.deviationPercent()).isGreaterThan(BigDecimal.TEN);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void what_nobody_knows_is_unknown_and_no_pass(
            CrossCheck check, UnaryOperator<Evidence> fails, UnaryOperator<Evidence> unknown) {
        CheckResult result = judged(check, unknown.apply(noodleShop()));
        assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.effect()).as("who decides sees it").isEqualTo(Effect.NOTED);
        assertThat(result.deviationPercent()).isNull();
        assertThat(result.claimed()).isNull();
    }

    @ParameterizedTest
    @EnumSource(CrossCheck.class)
    void any_single_missing_input_makes_a_check_unknown(CrossCheck check) {
        for (Quantity missing : check.quantities()) {
            assertThat(judged(check, noodleShop().with(missing, null, Source.OWNER))
                            .verdict())
                    .as("%s without %s", check, missing)
                    .isEqualTo(Verdict.UNKNOWN);
        }
        assertThat(judged(check, Evidence.none()).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_check_shows_inputs_with_sources_both_sides_deviation_and_tolerance() {
        CheckResult result = judged(CrossCheck.TURNOVER_BY_DAILY_SALES, noodleShop());
        assertThat(result.check()).isEqualTo("turnover-by-daily-sales");
        assertThat(result.formula()).isEqualTo("REVENUE ~ DAILY_SALES * TRADING_DAYS");
        assertThat(result.inputs())
                .containsExactly(
                        new CheckResult.Input(REVENUE, Unit.FEN, 60_000_000L, Source.STATEMENTS),
                        new CheckResult.Input(DAILY_SALES, Unit.FEN, 170_000L, Source.COUNTED),
                        new CheckResult.Input(TRADING_DAYS, Unit.DAYS, 350L, Source.OWNER));
        assertThat(result.claimed()).isEqualTo(60_000_000);
        assertThat(result.reference()).isEqualTo(59_500_000);
        assertThat(result.deviationPercent()).isEqualTo("0.84");
        assertThat(result.tolerancePercent()).isEqualTo("10");
    }

    @Test
    void the_edge_of_the_tolerance_still_passes() {
        Evidence edge = Evidence.none().with(PLATFORM_TURNOVER, 1_000L, Source.PLATFORM);
        assertThat(judged(CrossCheck.TURNOVER_BY_PLATFORM, edge.with(PLATFORM_SALES, 1_100L, Source.OWNER))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judged(CrossCheck.TURNOVER_BY_PLATFORM, edge.with(PLATFORM_SALES, 1_101L, Source.OWNER))
                        .verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(judged(CrossCheck.TURNOVER_BY_PLATFORM, edge.with(PLATFORM_SALES, 899L, Source.OWNER))
                        .verdict())
                .as("too little is as wrong as too much")
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void something_claimed_where_the_other_source_says_nothing_fails() {
        Evidence nothing = Evidence.none().with(RECEIVABLES_CONFIRMED, 0L, Source.DEBTORS);
        assertThat(judged(CrossCheck.RECEIVABLES_VS_STATEMENT, nothing.with(RECEIVABLES, 1L, Source.STATEMENTS))
                        .deviationPercent())
                .isEqualTo("100.00");
        assertThat(judged(CrossCheck.RECEIVABLES_VS_STATEMENT, nothing.with(RECEIVABLES, 0L, Source.STATEMENTS))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void a_business_without_revenue_has_no_margin_to_compare() {
        Evidence idle = noodleShop().with(REVENUE, 0L, Source.STATEMENTS);
        assertThat(judged(CrossCheck.GROSS_MARGIN_VS_SECTOR, idle).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_version_without_a_tolerance_for_every_check_does_not_exist() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Parameters(2, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void a_deviation_beyond_the_tolerance_never_passes(
            @ForAll @LongRange(min = 1, max = 10_000_000_000_000L) long claimed,
            @ForAll @LongRange(min = 1, max = 10_000_000_000_000L) long reference) {
        Evidence evidence = Evidence.none()
                .with(PLATFORM_SALES, claimed, Source.OWNER)
                .with(PLATFORM_TURNOVER, reference, Source.PLATFORM);
        boolean within = BigDecimal.valueOf(claimed)
                        .subtract(BigDecimal.valueOf(reference))
                        .abs()
                        .compareTo(BigDecimal.valueOf(reference).multiply(new BigDecimal("0.10005")))
                < 0;
        assertThat(judged(CrossCheck.TURNOVER_BY_PLATFORM, evidence).verdict())
                .isEqualTo(within ? Verdict.PASS : Verdict.FAIL);
    }

    private static CheckResult judged(CrossCheck check, Evidence evidence) {
        return TEN_PERCENT.judge(evidence).get(check.ordinal());
    }
}
