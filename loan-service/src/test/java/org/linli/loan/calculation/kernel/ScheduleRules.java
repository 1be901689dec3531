package org.linli.loan.calculation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.linli.loan.calculation.kernel.DayCount.ACT_360;
import static org.linli.loan.calculation.kernel.DayCount.ACT_365;
import static org.linli.loan.calculation.kernel.DayCount.D30_360;
import static org.linli.loan.calculation.kernel.RepaymentMethod.BULLET;
import static org.linli.loan.calculation.kernel.RepaymentMethod.EQUAL_INSTALMENT;
import static org.linli.loan.calculation.kernel.RepaymentMethod.EQUAL_PRINCIPAL;
import static org.linli.loan.calculation.kernel.RepaymentMethod.INTEREST_ONLY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule L-20: schedules, on values worked out by hand. */
class ScheduleRules {
    private static final long YUAN = 100;

    @Test
    void equal_instalments_of_100000_at_12_percent_over_a_year_are_8884_88() {
        List<Instalment> lines = lines(terms(EQUAL_INSTALMENT, 100_000 * YUAN, "12", 12, "2026-01-15", D30_360));
        assertThat(lines).hasSize(12);
        assertThat(lines.subList(0, 11)).allMatch(line -> line.totalFen() == 888_488);
        assertThat(lines.get(0)).isEqualTo(new Instalment(1, date("2026-02-15"), 788_488, 100_000, 9_211_512));
        assertThat(lines.get(11).totalFen()).isEqualTo(888_485);
        assertThat(lines.get(11).balanceFen()).isZero();
    }

    @Test
    void equal_principal_of_100000_over_three_months_leaves_the_odd_fen_to_the_last() {
        List<Instalment> lines = lines(terms(EQUAL_PRINCIPAL, 100_000 * YUAN, "6", 3, "2026-01-15", D30_360));
        assertThat(lines)
                .containsExactly(
                        new Instalment(1, date("2026-02-15"), 3_333_333, 50_000, 6_666_667),
                        new Instalment(2, date("2026-03-15"), 3_333_333, 33_333, 3_333_334),
                        new Instalment(3, date("2026-04-15"), 3_333_334, 16_667, 0));
    }

    @Test
    void a_month_at_12_percent_by_30_360_costs_exactly_1000_and_never_1013_89() {
        assertThat(lines(terms(INTEREST_ONLY, 100_000 * YUAN, "12", 12, "2026-01-31", D30_360)))
                .allMatch(line -> line.interestFen() == 1_000 * YUAN);
    }

    @Test
    void interest_only_returns_the_principal_with_the_last_instalment() {
        List<Instalment> lines = lines(terms(INTEREST_ONLY, 50_000 * YUAN, "7.2", 6, "2026-01-15", D30_360));
        assertThat(lines.subList(0, 5)).allMatch(line -> line.principalFen() == 0 && line.interestFen() == 30_000);
        assertThat(lines.get(5).principalFen()).isEqualTo(5_000_000);
    }

    @Test
    void a_bullet_loan_is_one_payment_whose_interest_is_rounded_once() {
        assertThat(lines(terms(BULLET, 10_001, "9.4822", 7, "2026-01-31", D30_360)))
                .containsExactly(new Instalment(1, date("2026-08-31"), 10_001, 553, 0));
        assertThat(lines(terms(BULLET, 100_000 * YUAN, "3.65", 12, "2026-01-31", ACT_365)))
                .containsExactly(new Instalment(1, date("2027-01-31"), 10_000_000, 365_000, 0));
    }

    @Test
    void february_has_29_days_in_a_leap_year_and_28_in_others() {
        assertThat(firstInterest("2024-02-01", ACT_360)).isEqualTo(29 * 1_000);
        assertThat(firstInterest("2023-02-01", ACT_360)).isEqualTo(28 * 1_000);
        assertThat(firstInterest("2100-02-01", ACT_360)).isEqualTo(28 * 1_000);
        assertThat(firstInterest("2024-02-01", D30_360)).isEqualTo(30 * 1_000);
    }

    @Test
    void month_end_due_dates_do_not_drift() {
        assertThat(lines(terms(EQUAL_PRINCIPAL, 1_000_000, "5", 14, "2024-01-31", ACT_365)))
                .extracting(line -> line.dueDate().toString())
                .containsExactly(
                        "2024-02-29",
                        "2024-03-31",
                        "2024-04-30",
                        "2024-05-31",
                        "2024-06-30",
                        "2024-07-31",
                        "2024-08-31",
                        "2024-09-30",
                        "2024-10-31",
                        "2024-11-30",
                        "2024-12-31",
                        "2025-01-31",
                        "2025-02-28",
                        "2025-03-31");
    }

    @Test
    void the_level_payment_comes_from_a_twelfth_of_the_rate_whatever_the_day_count() {
        for (DayCount dayCount : DayCount.values()) {
            assertThat(lines(terms(EQUAL_INSTALMENT, 100_000 * YUAN, "12", 12, "2026-01-15", dayCount)))
                    .first()
                    .returns(888_488L, Instalment::totalFen);
        }
    }

    @Test
    void without_interest_the_level_payment_is_the_amount_in_equal_parts() {
        RepaymentSchedule schedule =
                RepaymentSchedule.of(terms(EQUAL_INSTALMENT, 1_000, "0", 3, "2026-01-15", ACT_360));
        assertThat(schedule.instalments()).extracting(Instalment::totalFen).containsExactly(333L, 333L, 334L);
        assertThat(schedule.totalInterestFen()).isZero();
        assertThat(schedule.totalFen()).isEqualTo(1_000);
    }

    @Test
    void nobody_pays_back_more_than_is_owed_when_the_fen_run_out() {
        List<Instalment> lines = lines(terms(EQUAL_PRINCIPAL, 150, "0", 100, "2026-01-15", D30_360));
        assertThat(lines.subList(0, 75)).allMatch(line -> line.principalFen() == 2);
        assertThat(lines.subList(75, 100)).allMatch(line -> line.principalFen() == 0 && line.balanceFen() == 0);
    }

    @Test
    void interest_above_the_level_payment_never_becomes_principal() {
        List<Instalment> lines = lines(terms(EQUAL_INSTALMENT, 1_000_000, "100", 600, "2026-01-01", ACT_360));
        assertThat(lines).allMatch(line -> line.principalFen() >= 0 && line.balanceFen() <= 1_000_000);
    }

    @Test
    void half_a_fen_is_rounded_up() {
        assertThat(lines(terms(INTEREST_ONLY, 150, "4", 2, "2026-01-15", D30_360)))
                .allMatch(line -> line.interestFen() == 1);
    }

    @Test
    void what_lies_outside_the_limits_is_not_calculated() {
        refused("principalFen", () -> terms(BULLET, 0, "5", 1, "2026-01-15", ACT_365));
        refused("principalFen", () -> terms(BULLET, 1_000_000_000_001L, "5", 1, "2026-01-15", ACT_365));
        refused("annualRatePercent", () -> terms(BULLET, 1, "-0.000001", 1, "2026-01-15", ACT_365));
        refused("annualRatePercent", () -> terms(BULLET, 1, "100.000001", 1, "2026-01-15", ACT_365));
        refused("annualRatePercent", () -> terms(BULLET, 1, "5.0000001", 1, "2026-01-15", ACT_365));
        refused("instalments", () -> terms(BULLET, 1, "5", 0, "2026-01-15", ACT_365));
        refused("instalments", () -> terms(BULLET, 1, "5", 601, "2026-01-15", ACT_365));
        refused("disbursedOn", () -> terms(BULLET, 1, "5", 1, "1969-12-31", ACT_365));
        refused("disbursedOn", () -> terms(BULLET, 1, "5", 1, "2201-01-01", ACT_365));
    }

    /** At 36 % a day costs a thousandth of a million fen by 360 days. */
    private static long firstInterest(String disbursedOn, DayCount dayCount) {
        return lines(terms(INTEREST_ONLY, 1_000_000, "36", 1, disbursedOn, dayCount))
                .get(0)
                .interestFen();
    }

    private static void refused(String field, Runnable attempt) {
        assertThatIllegalArgumentException().isThrownBy(attempt::run).withMessageStartingWith(field + ": ");
    }

    private static List<Instalment> lines(LoanTerms terms) {
        return RepaymentSchedule.of(terms).instalments();
    }

    private static LoanTerms terms(
            RepaymentMethod method, long principalFen, String rate, int n, String disbursedOn, DayCount dayCount) {
        return new LoanTerms(method, principalFen, new BigDecimal(rate), n, date(disbursedOn), dayCount);
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
