package org.linli.loan.policy.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Points per characteristic: the sum says how likely a loan is repaid, more is better. */
public record Scorecard(int basePoints, List<Characteristic> characteristics) {
    private static final int MOST_CHARACTERISTICS = 40;
    private static final int MOST_BINS = 40;
    private static final int MOST_POINTS = 1_000;

    public Scorecard {
        Presence.require("scorecard.characteristics", characteristics);
        if (characteristics.isEmpty() || characteristics.size() > MOST_CHARACTERISTICS) {
            throw new IllegalArgumentException("scorecard.characteristics: " + characteristics.size()
                    + " (expected: 1.." + MOST_CHARACTERISTICS + ")");
        }
        Set<Fact> seen = new HashSet<>();
        characteristics.forEach(one -> {
            if (!seen.add(one.fact())) {
                throw new IllegalArgumentException("scorecard: twice " + one.fact());
            }
        });
        characteristics = List.copyOf(characteristics);
    }

    /**
     * One fact and what its values are worth.
     *
     * @param missingPoints what an unknown value is worth; null: without it there is no score
     */
    public record Characteristic(
            Fact fact, List<Bin> bins, @Nullable Integer missingPoints) {
        public Characteristic {
            Presence.require("characteristic.fact", fact);
            Presence.require(fact + ".bins", bins);
            if (bins.isEmpty() || bins.size() > MOST_BINS) {
                throw new IllegalArgumentException(
                        fact + ".bins: " + bins.size() + " (expected: 1.." + MOST_BINS + ")");
            }
            bins.forEach(bin -> bin.requireFor(fact));
            bins = List.copyOf(bins);
        }

        private @Nullable Bin binOf(String text) {
            return bins.stream()
                    .filter(bin -> bin.holds(text, fact))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * Values worth the same: a half-open range, or codes.
     *
     * @param from inclusive; null: no lower end
     * @param below exclusive; null: no upper end
     * @param codes null for numbers
     */
    public record Bin(
            @Nullable Long from,
            @Nullable Long below,
            @Nullable Set<String> codes,
            int points) {
        public Bin {
            if (from != null && below != null && from >= below) {
                throw new IllegalArgumentException("bin: from " + from + " (expected: less than " + below + ")");
            }
            if (Math.abs(points) > MOST_POINTS) {
                throw new IllegalArgumentException("points: " + points + " (expected: within " + MOST_POINTS + ")");
            }
            codes = codes == null ? null : Set.copyOf(codes);
        }

        private void requireFor(Fact fact) {
            if ((fact.kind() == Fact.Kind.CODE) == (codes == null)) {
                throw new IllegalArgumentException(fact + ": bins of " + fact.kind() + " expected");
            }
        }

        private boolean holds(String text, Fact fact) {
            if (codes != null) {
                return codes.contains(text);
            }
            long value = Long.parseLong(text);
            return fact.kind() != Fact.Kind.CODE && (from == null || value >= from) && (below == null || value < below);
        }

        String text() {
            if (codes != null) {
                return codes.stream().sorted().toList().toString();
            }
            return "[" + (from == null ? "" : from) + ", " + (below == null ? "" : below) + ")";
        }
    }

    /** @param bin where the value fell; {@code missing} for an unknown one that is worth something */
    public record Part(Fact fact, @Nullable String value, String bin, int points) {}

    /**
     * @param total null when a fact without which there is no score is unknown
     * @param missing those facts
     */
    public record Score(@Nullable Integer total, List<Part> parts, List<Fact> missing) {
        public Score {
            parts = List.copyOf(parts);
            missing = List.copyOf(missing);
        }
    }

    /** A value that no bin holds is as good as unknown. */
    public Score of(Facts facts) {
        List<Part> parts = new ArrayList<>();
        List<Fact> missing = new ArrayList<>();
        for (Characteristic one : characteristics) {
            String value = facts.text(one.fact());
            Bin bin = value == null ? null : one.binOf(value);
            Integer otherwise = one.missingPoints();
            if (bin != null) {
                parts.add(new Part(one.fact(), value, bin.text(), bin.points()));
            } else if (otherwise != null) {
                parts.add(new Part(one.fact(), value, "missing", otherwise));
            } else {
                missing.add(one.fact());
            }
        }
        int sum = basePoints + parts.stream().mapToInt(Part::points).sum();
        return new Score(missing.isEmpty() ? sum : null, parts, missing);
    }
}
