package org.linli.loan.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The special days by year: what was imported, and what is shipped for years that nobody imported. */
@Component
class CalendarYears {
    private static final String SHIPPED = "/calendar/working-days.csv";
    private static final int MOST_YEARS = 200;

    private final AggregateStore<CalendarYear> store;
    private final Map<Integer, List<SpecialDay>> shipped;

    CalendarYears(MongoOperations mongo, OutboxRelay relay) {
        this.store = new AggregateStore<>(mongo, relay, CalendarYear.class, CalendarYear.COLLECTION);
        this.shipped = byYear(readShipped());
    }

    private static CalendarFile readShipped() {
        try (InputStream in = Objects.requireNonNull(CalendarYears.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            CalendarFile file = CalendarFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!file.badRows().isEmpty()) {
                throw new IllegalStateException(SHIPPED + ": " + file.badRows());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED, e);
        }
    }

    static Map<Integer, List<SpecialDay>> byYear(CalendarFile file) {
        return file.days().stream()
                .collect(Collectors.groupingBy(
                        day -> day.date().getYear(), TreeMap::new, Collectors.toUnmodifiableList()));
    }

    Map<Integer, List<SpecialDay>> all() {
        Map<Integer, List<SpecialDay>> years = new TreeMap<>(shipped);
        store.find(new Query().with(Sort.by("_id")).limit(MOST_YEARS))
                .forEach(year -> years.put(year.year(), year.days()));
        return years;
    }

    /** One document a year; an import of several years that is cut off is repeated and ends the same. */
    void replace(Map<Integer, List<SpecialDay>> years, Instant at, String by) {
        years.forEach((year, days) -> {
            if (!changed(year, days, at, by)) {
                insert(CalendarYear.of(year, days, at, by));
            }
        });
    }

    private boolean changed(int year, List<SpecialDay> days, Instant at, String by) {
        return store.change(String.valueOf(year), found -> {
                    found.replace(days, at, by);
                    return true;
                })
                .isPresent();
    }

    private void insert(CalendarYear year) {
        try {
            store.insert(year);
        } catch (DuplicateKeyException somebodyWasFaster) {
            // Two imports of one year at once: either may be the last one.
        }
    }
}
