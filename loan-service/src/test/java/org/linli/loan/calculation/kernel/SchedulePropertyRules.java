package org.linli.loan.calculation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rule L-20 on any terms at all. */
class SchedulePropertyRules {

    @Property(tries = 300)
    void principal_adds_up_to_the_amount_and_the_last_balance_is_zero(@ForAll("anyTerms") LoanTerms terms) {
        List<Instalment> lines = RepaymentSchedule.of(terms).instalments();
        assertThat(lines.stream().mapToLong(Instalment::principalFen).sum()).isEqualTo(terms.principalFen());
        assertThat(lines.get(lines.size() - 1).balanceFen()).isZero();
    }

    @Property(tries = 300)
    void no_amount_is_negative_and_every_balance_follows_from_the_one_before(@ForAll("anyTerms") LoanTerms terms) {
        long balance = terms.principalFen();
        for (Instalment line : RepaymentSchedule.of(terms).instalments()) {
            assertThat(line.principalFen()).isNotNegative();
            assertThat(line.interestFen()).isNotNegative();
            assertThat(line.balanceFen())
                    .isEqualTo(balance - line.principalFen())
                    .isNotNegative();
            balance = line.balanceFen();
        }
    }

    @Property(tries = 300)
    void totals_are_the_sums_of_the_lines(@ForAll("anyTerms") LoanTerms terms) {
        RepaymentSchedule schedule = RepaymentSchedule.of(terms);
        assertThat(schedule.totalFen()).isEqualTo(terms.principalFen() + schedule.totalInterestFen());
    }

    @Property(tries = 300)
    void due_dates_keep_the_day_of_disbursement_or_the_months_last(@ForAll("anyTerms") LoanTerms terms) {
        for (Instalment line : RepaymentSchedule.of(terms).instalments()) {
            LocalDate due = line.dueDate();
            assertThat(due.getDayOfMonth())
                    .isEqualTo(Math.min(terms.disbursedOn().getDayOfMonth(), due.lengthOfMonth()));
        }
    }

    @Property(tries = 300)
    void every_line_equals_the_oracles(@ForAll("anyTerms") LoanTerms terms) {
        agree(RepaymentSchedule.of(terms).instalments(), ScheduleOracle.of(terms));
    }

    @Property(tries = 200)
    void ordinary_equal_instalments_differ_only_in_the_last(@ForAll("ordinaryTerms") LoanTerms terms) {
        List<Instalment> lines = RepaymentSchedule.of(terms).instalments();
        long level = LevelPayment.fen(terms.principalFen(), terms.annualRatePercent(), terms.instalments());
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.totalFen() == level);
    }

    static void agree(List<Instalment> lines, List<ScheduleOracle.Line> expected) {
        assertThat(lines).hasSameSizeAs(expected);
        for (int i = 0; i < lines.size(); i++) {
            Instalment line = lines.get(i);
            ScheduleOracle.Line wanted = expected.get(i);
            assertThat(List.of(
                            line.number(), line.dueDate(), line.principalFen(), line.interestFen(), line.balanceFen()))
                    .isEqualTo(List.of(
                            i + 1,
                            wanted.due(),
                            wanted.principal().longValueExact(),
                            wanted.interest().longValueExact(),
                            wanted.balance().longValueExact()));
        }
    }

    @Provide
    Arbitrary<LoanTerms> anyTerms() {
        Arbitrary<Long> principal = Arbitraries.longs().between(1, LoanTerms.MAX_PRINCIPAL_FEN);
        Arbitrary<Integer> months = Arbitraries.integers().between(1, LoanTerms.MAX_INSTALMENTS);
        return terms(Arbitraries.of(RepaymentMethod.values()), principal, rates(100), months);
    }

    @Provide
    Arbitrary<LoanTerms> ordinaryTerms() {
        Arbitrary<Long> principal = Arbitraries.longs().between(500_000, 100_000_000);
        Arbitrary<Integer> months = Arbitraries.integers().between(3, 60);
        return terms(Arbitraries.just(RepaymentMethod.EQUAL_INSTALMENT), principal, rates(24), months);
    }

    private static Arbitrary<LoanTerms> terms(
            Arbitrary<RepaymentMethod> methods,
            Arbitrary<Long> principal,
            Arbitrary<BigDecimal> rates,
            Arbitrary<Integer> months) {
        Arbitrary<LocalDate> dates = Arbitraries.longs()
                .between(LoanTerms.FIRST_DATE.toEpochDay(), LoanTerms.LAST_DATE.toEpochDay())
                .map(LocalDate::ofEpochDay);
        return Combinators.combine(methods, principal, rates, months, dates, Arbitraries.of(DayCount.values()))
                .as(LoanTerms::new);
    }

    private static Arbitrary<BigDecimal> rates(int max) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(max))
                .ofScale(6);
    }
}
