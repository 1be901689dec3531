package org.linli.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a search costs as documents become more, and as more of them lie in one circle: one line per town. */
final class CostCurve {
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param circle offers in the usual circle
     * @param indexBytes of both indices on disk, as they are when the measuring ends
     * @param raw milliseconds at the median, one by one, like {@code index} and {@code memory}
     * @param perSecond of raw query, service from the index, service from memory, with many clients
     */
    record Row(
            String town,
            int documents,
            long circle,
            long indexBytes,
            double raw,
            double index,
            double memory,
            double[] perSecond) {}

    void add(Row row) {
        rows.add(row);
    }

    void print() {
        System.out.printf(
                "%n| %-14s | %9s | %9s | %8s | %8s | %8s | %9s | %9s | %8s | %8s | %9s |%n",
                "cost by size",
                "documents",
                "in circle",
                "index MB",
                "bytes/doc",
                "raw ms",
                "index ms",
                "memory ms",
                "raw /s",
                "index /s",
                "memory /s");
        for (Row row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "| %-14s | %,9d | %,9d | %8.0f | %9.0f | %8.2f | %9.2f | %9.2f | %8.0f | %8.0f | %9.0f |%n",
                    row.town,
                    row.documents,
                    row.circle,
                    row.indexBytes / 1e6,
                    row.indexBytes / (double) row.documents,
                    row.raw,
                    row.index,
                    row.memory,
                    row.perSecond[0],
                    row.perSecond[1],
                    row.perSecond[2]);
        }
    }
}
