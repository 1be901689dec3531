package org.linli.merchant.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of one merchant's day: facts by their key, and what they add up to. A fact that comes again overwrites itself,
 * so nothing is counted twice. A page takes {@link #CAPACITY} facts; a full one takes no new ones ever after.
 *
 * @param offers the offers of the facts, which name them by their place here
 * @param size how many facts are on the page
 * @param entries of those facts only that were asked for: a page in a rush is neither read nor written as a whole
 */
record DayPage(
        String id,
        String merchantId,
        String day,
        String organisationPath,
        long revision,
        List<String> offers,
        int size,
        Map<String, Entry> entries,
        List<Count> counts) {
    static final String COLLECTION = "insight_days";

    /** About 100 KB. Never to be changed: whether a page is full must not depend on the release. */
    static final int CAPACITY = 1_000;

    record Entry(
            int offer, int hour, Fact.Kind kind, @Nullable Long billFen, long revision) {}

    record Count(String offerId, int hour, Figures figures) {}

    static DayPage empty(String id, String merchantId, LocalDate day) {
        return new DayPage(id, merchantId, day.toString(), "", 0, List.of(), 0, Map.of(), List.of());
    }

    /**
     * What a page is after taking facts.
     *
     * @param page its entries are those that are new or other than before
     * @param left new facts that found it full
     */
    record Taken(DayPage page, List<Fact> left) {
        boolean changed() {
            return !page.entries.isEmpty();
        }
    }

    /** @param facts whose entries this page was asked for, each once */
    Taken take(Collection<Fact> facts, String path) {
        Map<String, Entry> changed = new LinkedHashMap<>();
        List<String> known = new ArrayList<>(offers);
        Sums sums = new Sums();
        counts.forEach(count -> sums.add(known.indexOf(count.offerId), count.hour, count.figures));
        List<Fact> left = new ArrayList<>();
        int sizeNow = size;
        for (Fact fact : facts) {
            Entry before = changed.getOrDefault(fact.key(), entries.get(fact.key()));
            if (before == null && sizeNow >= CAPACITY) {
                left.add(fact);
            } else if (before == null || before.revision < fact.revision()) {
                Entry now = entry(fact, known);
                changed.put(fact.key(), now);
                sums.replace(before, now);
                sizeNow += before == null ? 1 : 0;
            }
        }
        return new Taken(next(path, known, sizeNow, changed, sums), left);
    }

    private static Entry entry(Fact fact, List<String> offers) {
        int offer = offers.indexOf(fact.offerId());
        if (offer < 0) {
            offer = offers.size();
            offers.add(fact.offerId());
        }
        return new Entry(offer, fact.hour(), fact.kind(), fact.billFen(), fact.revision());
    }

    private DayPage next(String path, List<String> offersNow, int sizeNow, Map<String, Entry> changed, Sums sums) {
        return new DayPage(
                id,
                merchantId,
                day,
                path,
                revision + 1,
                List.copyOf(offersNow),
                sizeNow,
                changed,
                sums.counts(offersNow));
    }

    /** Figures by offer and hour. */
    private static final class Sums {
        private record Cell(int offer, int hour) {}

        private final Map<Cell, Figures> cells = new LinkedHashMap<>();

        void add(int offer, int hour, Figures figures) {
            cells.merge(new Cell(offer, hour), figures, Figures::plus);
        }

        void replace(@Nullable Entry before, Entry now) {
            if (before != null) {
                add(
                        before.offer,
                        before.hour,
                        Figures.of(before.kind, before.billFen).negated());
            }
            add(now.offer, now.hour, Figures.of(now.kind, now.billFen));
        }

        List<Count> counts(List<String> offers) {
            return cells.entrySet().stream()
                    .map(sum -> new Count(offers.get(sum.getKey().offer), sum.getKey().hour, sum.getValue()))
                    .toList();
        }
    }
}
