package org.linli.loan.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.linli.loan.crosscheck.CrossCheckSettings.Allowed;
import org.linli.loan.crosscheck.CrossCheckSettings.Sector;
import org.linli.loan.crosscheck.CrossCheckSettings.Version;
import org.linli.loan.crosscheck.kernel.CheckResult;
import org.linli.loan.crosscheck.kernel.CrossCheck;
import org.linli.loan.crosscheck.kernel.Evidence;
import org.linli.loan.crosscheck.kernel.Quantity;
import org.linli.loan.crosscheck.kernel.Source;
import org.linli.loan.crosscheck.kernel.Tolerance.Effect;
import org.linli.loan.crosscheck.kernel.Verdict;

/** Rule L-6: tolerances are versions; the one of the day judges, and the result says which. */
class ToleranceVersionRules {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final LocalDate SECOND_DAY = LocalDate.of(2026, 7, 1);
    private static final Evidence TWELVE_PERCENT_OFF = Evidence.none()
            .with(Quantity.PLATFORM_SALES, 112L, Source.OWNER)
            .with(Quantity.PLATFORM_TURNOVER, 100L, Source.PLATFORM);

    private final CrossChecks checks =
            new CrossChecks(settings(version(1, FIRST_DAY, "15"), version(2, SECOND_DAY, "10")));

    @Test
    void the_version_of_the_day_judges_and_is_named() {
        CheckRun before = checks.run(TWELVE_PERCENT_OFF, null, SECOND_DAY.minusDays(1));
        CheckRun from = checks.run(TWELVE_PERCENT_OFF, null, SECOND_DAY);
        assertThat(before.parameterVersion()).isEqualTo(1);
        assertThat(platform(before).verdict()).isEqualTo(Verdict.PASS);
        assertThat(from.parameterVersion()).isEqualTo(2);
        assertThat(platform(from).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(platform(from).tolerancePercent()).isEqualTo("10");
    }

    @Test
    void before_the_first_version_nothing_is_judged() {
        assertThatThrownBy(() -> checks.run(Evidence.none(), null, FIRST_DAY.minusDays(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_sector_without_figures_is_unknown() {
        Evidence shop = Evidence.none()
                .with(Quantity.REVENUE, 100L, Source.STATEMENTS)
                .with(Quantity.COST_OF_GOODS, 45L, Source.STATEMENTS);
        assertThat(margin(checks.run(shop, "dining", FIRST_DAY)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(margin(checks.run(shop, "other", FIRST_DAY)).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(margin(checks.run(shop, null, FIRST_DAY)).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void versions_are_complete_and_in_order() {
        assertThat(settings(version(1, FIRST_DAY, "15")).isInOrder()).isTrue();
        assertThat(settings(version(1, FIRST_DAY, "15"), version(2, FIRST_DAY, "10"))
                        .isInOrder())
                .isFalse();
        assertThat(settings(version(2, FIRST_DAY, "15")).isInOrder()).isFalse();
        assertThat(settings(version(1, FIRST_DAY, "15")).isComplete()).isTrue();
        assertThat(settings(new Version(1, FIRST_DAY, Map.of("goods-flow", allowed("1")), Map.of()))
                        .isComplete())
                .isFalse();
    }

    private static CheckResult platform(CheckRun run) {
        return run.results().get(CrossCheck.TURNOVER_BY_PLATFORM.ordinal());
    }

    private static CheckResult margin(CheckRun run) {
        return run.results().get(CrossCheck.GROSS_MARGIN_VS_SECTOR.ordinal());
    }

    private static CrossCheckSettings settings(Version... versions) {
        return new CrossCheckSettings(List.of(versions));
    }

    private static Version version(int number, LocalDate from, String percent) {
        return new Version(
                number,
                from,
                Arrays.stream(CrossCheck.values()).collect(Collectors.toMap(CrossCheck::code, any -> allowed(percent))),
                Map.of("dining", new Sector(5_500, 10)));
    }

    private static Allowed allowed(String percent) {
        return new Allowed(new BigDecimal(percent), Effect.NEEDS_REASON, Effect.NOTED);
    }
}
