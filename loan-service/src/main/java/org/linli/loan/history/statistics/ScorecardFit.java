package org.linli.loan.history.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Scorecard;
import org.linli.loan.policy.kernel.Scorecard.Bin;
import org.linli.loan.policy.kernel.Scorecard.Characteristic;

/**
 * Fits a scorecard: facts in groups, weighed by their evidence, a logistic regression over the weights, turned into whole
 * points. 600 points are odds of 30 good to 1 bad, 20 points double the odds.
 */
public final class ScorecardFit {
    private static final double POINTS_TO_DOUBLE = 20;
    private static final double FACTOR = POINTS_TO_DOUBLE / Math.log(2);
    private static final double ANCHOR_POINTS = 600;
    private static final double ANCHOR_ODDS = 30;

    /** Facts that tell less are noise. */
    private static final double LEAST_INFORMATION = 0.02;

    private ScorecardFit() {}

    /**
     * @param samples with good and bad ones among them
     * @param inputs facts that may be used; whether each is known at the time of the application is the caller's concern
     */
    public static Scorecard of(List<Sample> samples, Collection<Fact> inputs) {
        if (samples.stream().map(Sample::bad).distinct().count() < 2) {
            throw new IllegalArgumentException("samples (expected: good ones and bad ones)");
        }
        List<Grouping> groupings = new ArrayList<>(inputs.stream()
                .sorted()
                .map(fact -> Grouping.of(fact, samples))
                .filter(one ->
                        one.information() >= LEAST_INFORMATION && !one.groups().isEmpty())
                .toList());
        while (!groupings.isEmpty()) {
            double[] fitted = fit(samples, groupings);
            int wrong = wrongWayRound(fitted);
            if (wrong < 0) {
                return scorecard(groupings, fitted);
            }
            groupings.remove(wrong);
        }
        throw new IllegalArgumentException("inputs (expected: one at least that tells good and bad apart)");
    }

    private static double[] fit(List<Sample> samples, List<Grouping> groupings) {
        double[][] weights = samples.stream()
                .map(sample -> groupings.stream()
                        .mapToDouble(one -> one.weightOf(sample))
                        .toArray())
                .toArray(double[][]::new);
        boolean[] bad = new boolean[samples.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = samples.get(i).bad();
        }
        return LogisticRegression.fit(weights, bad);
    }

    /** A fact whose good groups would cost points only repeats what others say: it goes. The worst first. */
    private static int wrongWayRound(double[] fitted) {
        int worst = -1;
        for (int j = 1; j < fitted.length; j++) {
            if (fitted[j] > 0 && (worst < 0 || fitted[j] > fitted[worst + 1])) {
                worst = j - 1;
            }
        }
        return worst;
    }

    private static Scorecard scorecard(List<Grouping> groupings, double[] fitted) {
        List<Characteristic> characteristics = new ArrayList<>();
        for (int j = 0; j < groupings.size(); j++) {
            Grouping grouping = groupings.get(j);
            double slope = fitted[j + 1];
            List<Bin> bins = grouping.groups().stream()
                    .map(group -> new Bin(group.from(), group.below(), group.codes(), points(slope * group.weight())))
                    .toList();
            Grouping.Group missing = grouping.missing();
            int missingPoints = missing == null ? 0 : points(slope * missing.weight());
            characteristics.add(new Characteristic(grouping.fact(), bins, missingPoints));
        }
        double base = ANCHOR_POINTS - FACTOR * Math.log(ANCHOR_ODDS) - FACTOR * fitted[0];
        return new Scorecard((int) Math.round(base), characteristics);
    }

    /** Points are whole: what is lost by rounding is less than a thirtieth of a doubling. */
    private static int points(double logOddsOfBad) {
        return (int) Math.round(-FACTOR * logOddsOfBad);
    }
}
