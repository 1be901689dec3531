package org.linli.loan.history.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Facts;
import org.linli.loan.policy.kernel.Scorecard;
import org.linli.loan.policy.kernel.Scorecard.Bin;
import org.linli.loan.policy.kernel.Scorecard.Characteristic;

/** The statistics behind a scorecard, on cases whose answer is known beforehand. */
class StatisticsRules {
    /** As many points as employees, up to 99. */
    private static final Scorecard BY_EMPLOYEES = new Scorecard(
            0,
            List.of(new Characteristic(
                    Fact.EMPLOYEES,
                    IntStream.range(0, 40)
                            .mapToObj(i -> new Bin((long) i, i + 1L, null, i))
                            .toList(),
                    null)));

    @Test
    void the_area_under_the_curve_counts_pairs_in_the_right_order() {
        Judgement found = Judgement.of(
                BY_EMPLOYEES, List.of(sample(1, true), sample(2, false), sample(3, true), sample(4, false)));
        assertThat(found.auc()).as("three of four pairs").isEqualTo(0.75);
        assertThat(found.ks()).isEqualTo(0.5);
    }

    @Test
    void equal_points_are_a_coin() {
        Judgement found = Judgement.of(BY_EMPLOYEES, List.of(sample(1, true), sample(1, false)));
        assertThat(found.auc()).isEqualTo(0.5);
        assertThat(found.ks()).isZero();
    }

    @Test
    void the_curve_ends_with_everybody_approved() {
        List<Sample> samples = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> samples.add(sample(i, i < 5)));
        Judgement found = Judgement.of(BY_EMPLOYEES, samples);
        assertThat(found.curve().get(9).approvalRate()).isEqualTo(1.0);
        assertThat(found.curve().get(9).badRate()).isEqualTo(0.25);
        assertThat(found.curve().get(0).badRate()).isZero();
    }

    @Test
    void cases_without_a_score_are_not_judged() {
        List<Sample> samples = List.of(sample(1, true), sample(2, false), new Sample(Facts.NONE, true));
        assertThat(Judgement.of(BY_EMPLOYEES, samples).bad()).isEqualTo(1);
        assertThatThrownBy(() -> Judgement.of(BY_EMPLOYEES, List.of(sample(1, true))))
                .hasMessageContaining("good ones and bad ones");
    }

    @Test
    void a_regression_finds_the_coefficients_that_made_the_cases() {
        Random random = new Random(7);
        int count = 20_000;
        double[][] inputs = new double[count][2];
        boolean[] hits = new boolean[count];
        for (int i = 0; i < count; i++) {
            inputs[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
            double odds = -0.5 + 1.2 * inputs[i][0] - 0.7 * inputs[i][1];
            hits[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds));
        }
        double[] fitted = LogisticRegression.fit(inputs, hits);
        assertThat(fitted[0]).isCloseTo(-0.5, within(0.08));
        assertThat(fitted[1]).isCloseTo(1.2, within(0.08));
        assertThat(fitted[2]).isCloseTo(-0.7, within(0.08));
    }

    @Test
    void a_fact_that_tells_good_from_bad_gets_points_and_noise_gets_none() {
        Random random = new Random(11);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            boolean newBusiness = i % 2 == 0;
            boolean bad = random.nextInt(10) < (newBusiness ? 5 : 1);
            samples.add(new Sample(
                    Facts.NONE.with(Fact.NEW_BUSINESS, newBusiness).with(Fact.EMPLOYEES, random.nextInt(50)), bad));
        }
        Scorecard fitted = ScorecardFit.of(samples, Set.of(Fact.NEW_BUSINESS, Fact.EMPLOYEES));
        assertThat(fitted.characteristics()).extracting(Characteristic::fact).containsExactly(Fact.NEW_BUSINESS);
        int old = points(fitted, false);
        assertThat(old - points(fitted, true))
                .as("odds 9:1 against 1:1, 20 points a doubling")
                .isBetween(50, 76);
    }

    private static int points(Scorecard scorecard, boolean newBusiness) {
        Integer total =
                scorecard.of(Facts.NONE.with(Fact.NEW_BUSINESS, newBusiness)).total();
        return total == null ? 0 : total;
    }

    private static Sample sample(long employees, boolean bad) {
        return new Sample(Facts.NONE.with(Fact.EMPLOYEES, employees), bad);
    }
}
