package org.linli.merchant.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * A part of one merchant's day: facts by their key, and what they add up to. A fact that comes again overwrites itself,
 * so nothing is counted twice. A page takes {@link #CAPACITY} facts; a full one takes no new ones ever after.
 *
 * @param offers the offers of the facts, which name them by their place here
 */
@Document(DayPage.COLLECTION)
@TypeAlias("day-page")
record DayPage(
        @Id String id,
        String merchantId,
        String day,
        String organisationPath,
        long revision,
        List<String> offers,
        Map<String, Entry> entries,
        List<Count> counts)
        implements Kept {
    static final String COLLECTION = "insight_days";

    /** About 100 KB. Never to be changed: whether a page is full must not depend on the release. */
    static final int CAPACITY = 1_000;

    record Entry(
            @Field("o") int offer,
            @Field("h") int hour,
            @Field("k") Fact.Kind kind,
            @Field("b") @Nullable Long billFen,
            @Field("r") long revision) {}

    record Count(String offerId, int hour, Figures figures) {}

    static DayPage empty(String id, String merchantId, LocalDate day) {
        return new DayPage(id, merchantId, day.toString(), "", 0, List.of(), Map.of(), List.of());
    }

    /**
     * What a page is after taking facts.
     *
     * @param page the same as before when it had nothing to learn
     * @param left new facts that found it full
     */
    record Taken(DayPage page, List<Fact> left) {}

    Taken take(Collection<Fact> facts, String path) {
        Map<String, Entry> next = new LinkedHashMap<>(entries);
        List<String> known = new ArrayList<>(offers);
        List<Fact> left = new ArrayList<>();
        boolean changed = false;
        for (Fact fact : facts) {
            Entry before = next.get(fact.key());
            if (before == null && next.size() >= CAPACITY) {
                left.add(fact);
            } else if (before == null || before.revision < fact.revision()) {
                next.put(fact.key(), entry(fact, known));
                changed = true;
            }
        }
        return new Taken(changed ? next(path, known, next) : this, left);
    }

    private static Entry entry(Fact fact, List<String> offers) {
        int offer = offers.indexOf(fact.offerId());
        if (offer < 0) {
            offer = offers.size();
            offers.add(fact.offerId());
        }
        return new Entry(offer, fact.hour(), fact.kind(), fact.billFen(), fact.revision());
    }

    private DayPage next(String path, List<String> offersNow, Map<String, Entry> entriesNow) {
        return new DayPage(
                id,
                merchantId,
                day,
                path,
                revision + 1,
                List.copyOf(offersNow),
                entriesNow,
                count(offersNow, entriesNow));
    }

    private static List<Count> count(List<String> offers, Map<String, Entry> entries) {
        record Cell(int offer, int hour) {}
        Map<Cell, Figures> sums = new LinkedHashMap<>();
        entries.values()
                .forEach(entry -> sums.merge(
                        new Cell(entry.offer, entry.hour), Figures.of(entry.kind, entry.billFen), Figures::plus));
        return sums.entrySet().stream()
                .map(sum ->
                        new Count(offers.get(sum.getKey().offer()), sum.getKey().hour(), sum.getValue()))
                .toList();
    }
}
