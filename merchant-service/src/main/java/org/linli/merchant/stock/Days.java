package org.linli.merchant.stock;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

/**
 * How many coupons were taken on each business day, in the stock's own document and changed by the same update (rule
 * M-2, the per-day limit). Days far enough behind that no claim can still be of them are forgotten.
 */
final class Days {
    static final String FIELD = "days";
    /** No request lives so long, and no two clocks differ so much. */
    private static final int KEPT = 3;

    private static final DateTimeFormatter NAME = DateTimeFormatter.BASIC_ISO_DATE;

    private final Map<String, Long> counts;

    private Days(Map<String, Long> counts) {
        this.counts = counts;
    }

    static Days of(Collection<Reservation> reservations) {
        return new Days(reservations.stream()
                .map(Reservation::day)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    /** Whether so many fit into a day at all, when nobody else claims. */
    boolean fit(int dailyLimit) {
        return counts.values().stream().allMatch(more -> more <= dailyLimit);
    }

    /** That each day has room for so many more; a day nobody claimed on has, when they fit. */
    List<Bson> haveRoom(int dailyLimit) {
        List<Bson> room = new ArrayList<>();
        counts.forEach((day, more) -> room.add(Filters.not(Filters.gt(path(day), dailyLimit - more))));
        return room;
    }

    List<Bson> taken() {
        List<Bson> taken = new ArrayList<>();
        counts.forEach((day, more) -> taken.add(Updates.inc(path(day), more.intValue())));
        return taken;
    }

    /** Those of the counted days that lie far behind the days of these claims. */
    List<String> outdated(Collection<String> counted) {
        return counts.keySet().stream()
                .min(String::compareTo)
                .map(first -> name(LocalDate.parse(first, NAME).minusDays(KEPT)))
                .map(oldest -> counted.stream()
                        .filter(day -> day.compareTo(oldest) < 0)
                        .toList())
                .orElse(List.of());
    }

    /** As 20261128. */
    static String name(LocalDate day) {
        return NAME.format(day);
    }

    static String path(String day) {
        return FIELD + "." + day;
    }
}
