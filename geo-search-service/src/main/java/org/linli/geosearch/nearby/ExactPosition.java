package org.linli.geosearch.nearby;

import java.util.Comparator;

/** A place in the exact order of a list: by rank, by distance, then by id (rules G-1, G-3). Travels in the cursor. */
record ExactPosition(long rank, double meters, String id) implements Comparable<ExactPosition> {
    private static final Comparator<ExactPosition> ORDER = Comparator.comparingLong(ExactPosition::rank)
            .thenComparingDouble(ExactPosition::meters)
            .thenComparing(ExactPosition::id);

    @Override
    public int compareTo(ExactPosition other) {
        return ORDER.compare(this, other);
    }
}
