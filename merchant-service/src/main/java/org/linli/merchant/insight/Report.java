package org.linli.merchant.insight;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a time, line by line.
 *
 * @param cut whether lines are missing because there are too many
 */
record Report(LocalDate from, LocalDate to, List<Line> lines, Figures total, boolean cut) {
    private static final int MOST_LINES = 1_000;

    /** @param name what people call it, when it has a name */
    record Line(String key, @Nullable String name, Figures figures) {}

    /** Adds rows up, line by line. */
    static final class Sums {
        private final Map<String, Figures> byKey = new LinkedHashMap<>();
        private final Function<DayCounts.Row, String> keyOf;

        Sums(Function<DayCounts.Row, String> keyOf) {
            this.keyOf = keyOf;
        }

        /** A line that stands there even when nothing happened. */
        void expect(String key) {
            byKey.putIfAbsent(key, Figures.NONE);
        }

        void add(DayCounts.Row row) {
            byKey.merge(keyOf.apply(row), row.figures(), Figures::plus);
        }

        Figures total() {
            return byKey.values().stream().reduce(Figures.NONE, Figures::plus);
        }

        /** In the order in which they came. */
        Report inOrder(LocalDate from, LocalDate to) {
            return report(from, to, byKey.keySet().stream().toList());
        }

        /** By turnover, then redemptions, then claims, the most first. */
        Report best(LocalDate from, LocalDate to) {
            Comparator<String> best = Comparator.comparingLong(
                            (String key) -> figures(key).turnoverFen())
                    .thenComparingLong(key -> figures(key).redemptions())
                    .thenComparingLong(key -> figures(key).claims())
                    .reversed()
                    .thenComparing(Comparator.naturalOrder());
            return report(from, to, byKey.keySet().stream().sorted(best).toList());
        }

        private Figures figures(String key) {
            return byKey.getOrDefault(key, Figures.NONE);
        }

        private Report report(LocalDate from, LocalDate to, List<String> keys) {
            List<Line> lines = keys.stream()
                    .limit(MOST_LINES)
                    .map(key -> new Line(key, null, figures(key)))
                    .toList();
            return new Report(from, to, lines, total(), keys.size() > MOST_LINES);
        }
    }

    /** With names by key. */
    Report named(Map<String, String> names) {
        UnaryOperator<Line> named = line -> new Line(line.key, names.get(line.key), line.figures);
        return new Report(from, to, lines.stream().map(named).toList(), total, cut);
    }
}
