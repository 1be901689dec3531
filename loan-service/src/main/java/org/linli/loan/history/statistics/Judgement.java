package org.linli.loan.history.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.linli.loan.policy.kernel.Scorecard;

/**
 * How well points tell good loans from bad ones, on cases that the scorecard has not seen.
 *
 * @param auc the chance that a good loan has more points than a bad one; equal points count half; 0.5 is a coin
 * @param ks the largest distance between the shares of good and bad loans below a number of points
 * @param curve what would have been lost at each share of approvals, from strict to all
 */
public record Judgement(int good, int bad, double auc, double ks, List<Step> curve) {
    private static final int STEPS = 10;

    /** @param badRate of those approved */
    public record Step(int fromPoints, double approvalRate, double badRate) {}

    private record Scored(int points, boolean bad) {}

    public static Judgement of(Scorecard scorecard, List<Sample> samples) {
        List<Scored> scored = new ArrayList<>();
        for (Sample sample : samples) {
            Integer points = scorecard.of(sample.facts()).total();
            if (points != null) {
                scored.add(new Scored(points, sample.bad()));
            }
        }
        int bad = (int) scored.stream().filter(Scored::bad).count();
        int good = scored.size() - bad;
        if (good == 0 || bad == 0) {
            throw new IllegalArgumentException("samples (expected: good ones and bad ones)");
        }
        return new Judgement(good, bad, auc(scored, good, bad), ks(scored, good, bad), curve(scored));
    }

    /** Good and bad at each number of points, fewest points first. */
    private static Map<Integer, int[]> byPoints(List<Scored> scored) {
        Map<Integer, int[]> counts = new TreeMap<>();
        scored.forEach(one -> counts.computeIfAbsent(one.points(), any -> new int[2])[one.bad() ? 1 : 0]++);
        return counts;
    }

    private static double auc(List<Scored> scored, int good, int bad) {
        double badBelow = 0;
        double wins = 0;
        for (int[] count : byPoints(scored).values()) {
            wins += count[0] * (badBelow + count[1] / 2.0);
            badBelow += count[1];
        }
        return wins / ((double) good * bad);
    }

    private static double ks(List<Scored> scored, int good, int bad) {
        double goodBelow = 0;
        double badBelow = 0;
        double widest = 0;
        for (int[] count : byPoints(scored).values()) {
            goodBelow += count[0];
            badBelow += count[1];
            widest = Math.max(widest, Math.abs(badBelow / bad - goodBelow / good));
        }
        return widest;
    }

    private static List<Step> curve(List<Scored> scored) {
        List<Scored> best = scored.stream()
                .sorted(Comparator.comparingInt(Scored::points).reversed())
                .toList();
        List<Step> steps = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            int last = Math.max(1, best.size() * step / STEPS) - 1;
            int cut = best.get(last).points();
            List<Scored> approved =
                    best.stream().filter(one -> one.points() >= cut).toList();
            long lost = approved.stream().filter(Scored::bad).count();
            steps.add(new Step(cut, (double) approved.size() / best.size(), (double) lost / approved.size()));
        }
        return steps;
    }
}
