package org.linli.loan.history.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.loan.policy.kernel.Fact;

/**
 * One fact cut into groups with the weight of evidence of each: ln(share of the good / share of the bad), so that a group
 * of nothing but average cases weighs 0.
 *
 * @param missing of the cases of which the fact is unknown; null when those are too few to say anything
 * @param information how much the fact tells good and bad apart
 */
record Grouping(Fact fact, List<Group> groups, @Nullable Group missing, double information) {
    private static final int RANGES = 6;
    private static final double SMALLEST_SHARE = 0.03;
    /** Keeps a group without a bad case from weighing infinitely much. */
    private static final double SMOOTHING = 0.5;

    /** @param codes null for numbers; {@code from} inclusive, {@code below} exclusive, null where open */
    record Group(
            @Nullable Long from,
            @Nullable Long below,
            @Nullable Set<String> codes,
            int good,
            int bad,
            double weight) {
        boolean holds(String text) {
            if (codes != null) {
                return codes.contains(text);
            }
            long value = Long.parseLong(text);
            return (from == null || value >= from) && (below == null || value < below);
        }
    }

    static Grouping of(Fact fact, List<Sample> samples) {
        List<Sample> known =
                samples.stream().filter(one -> one.facts().knows(fact)).toList();
        Counting counting = new Counting(samples);
        List<Group> groups =
                fact.kind() == Fact.Kind.CODE ? byCode(fact, known, counting) : byRange(fact, known, counting);
        List<Sample> unknown =
                samples.stream().filter(one -> !one.facts().knows(fact)).toList();
        Group missing = isEnough(unknown.size(), samples.size()) ? counting.group(null, null, null, unknown) : null;
        double information = groups.stream().mapToDouble(counting::information).sum()
                + (missing == null ? 0 : counting.information(missing));
        return new Grouping(fact, groups, missing, information);
    }

    double weightOf(Sample sample) {
        String text = sample.facts().text(fact);
        if (text == null) {
            return missing == null ? 0 : missing.weight();
        }
        return groups.stream()
                .filter(group -> group.holds(text))
                .mapToDouble(Group::weight)
                .findFirst()
                .orElse(0);
    }

    private static List<Group> byRange(Fact fact, List<Sample> known, Counting counting) {
        if (known.isEmpty()) {
            return List.of();
        }
        List<Long> sorted = known.stream()
                .map(one -> number(one, fact))
                .sorted(Comparator.naturalOrder())
                .toList();
        List<Long> cuts = new ArrayList<>();
        for (int i = 1; i < RANGES; i++) {
            Long cut = sorted.get(i * sorted.size() / RANGES);
            boolean rises = cut > sorted.get(0) && (cuts.isEmpty() || cut > cuts.get(cuts.size() - 1));
            if (rises) {
                cuts.add(cut);
            }
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i <= cuts.size(); i++) {
            Long from = i == 0 ? null : cuts.get(i - 1);
            Long below = i == cuts.size() ? null : cuts.get(i);
            groups.add(counting.group(
                    from,
                    below,
                    null,
                    known.stream()
                            .filter(one -> (from == null || number(one, fact) >= from)
                                    && (below == null || number(one, fact) < below))
                            .toList()));
        }
        return groups;
    }

    private static long number(Sample sample, Fact fact) {
        return sample.facts().number(fact).orElseThrow();
    }

    /** Rare codes weigh together. */
    private static List<Group> byCode(Fact fact, List<Sample> known, Counting counting) {
        Map<String, List<Sample>> byCode = new TreeMap<>();
        known.forEach(
                one -> byCode.computeIfAbsent(Objects.requireNonNull(one.facts().text(fact)), any -> new ArrayList<>())
                        .add(one));
        List<Group> groups = new ArrayList<>();
        List<Sample> rare = new ArrayList<>();
        Set<String> rareCodes = new java.util.TreeSet<>();
        byCode.forEach((code, samples) -> {
            if (isEnough(samples.size(), counting.size())) {
                groups.add(counting.group(null, null, Set.of(code), samples));
            } else {
                rare.addAll(samples);
                rareCodes.add(code);
            }
        });
        if (!rare.isEmpty()) {
            groups.add(counting.group(null, null, rareCodes, rare));
        }
        return groups;
    }

    private static boolean isEnough(int some, int all) {
        return some >= SMALLEST_SHARE * all;
    }

    /** Shares are of all samples. */
    private record Counting(int good, int bad) {
        private Counting(Collection<Sample> samples) {
            this((int) samples.stream().filter(one -> !one.bad()).count(), (int)
                    samples.stream().filter(Sample::bad).count());
        }

        private int size() {
            return good + bad;
        }

        private Group group(
                @Nullable Long from, @Nullable Long below, @Nullable Set<String> codes, List<Sample> samples) {
            int lost = (int) samples.stream().filter(Sample::bad).count();
            int repaid = samples.size() - lost;
            double weight = Math.log((repaid + SMOOTHING) / (good + SMOOTHING))
                    - Math.log((lost + SMOOTHING) / (bad + SMOOTHING));
            return new Group(from, below, codes, repaid, lost, weight);
        }

        private double information(Group group) {
            double ofGood = (double) group.good() / Math.max(1, good);
            double ofBad = (double) group.bad() / Math.max(1, bad);
            return (ofGood - ofBad) * group.weight();
        }
    }
}
