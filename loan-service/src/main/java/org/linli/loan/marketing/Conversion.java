package org.linli.loan.marketing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From visit to application to loan, per manager and area (rule L-11). A merchant counts once: as a fruit of the visits
 * when the application came on or after the first of them and within the promised days.
 *
 * @param merchants different merchants visited; people who are not on the platform are no merchants
 */
record Conversion(
        String managerId, String areaId, int visits, int minutes, int merchants, int applications, int loans) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** An application as far as conversion is concerned. */
    record Applied(LocalDate on, boolean disbursed) {}

    private record Key(String managerId, String areaId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byManager = managerId.compareTo(other.managerId);
            return byManager != 0 ? byManager : areaId.compareTo(other.areaId);
        }
    }

    /** @param applied what a merchant has applied for */
    static List<Conversion> of(
            Collection<Visit> visits, int withinDays, Function<String, ? extends Collection<Applied>> applied) {
        Map<Key, List<Visit>> grouped = new TreeMap<>();
        visits.forEach(visit -> grouped.computeIfAbsent(
                        new Key(visit.managerId(), visit.report().areaId()), any -> new ArrayList<>())
                .add(visit));
        return grouped.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue(), withinDays, applied))
                .toList();
    }

    private static Conversion of(
            Key key, List<Visit> visits, int withinDays, Function<String, ? extends Collection<Applied>> applied) {
        Map<String, LocalDate> first = new HashMap<>();
        for (Visit visit : visits) {
            String merchant = visit.report().merchantId();
            if (merchant != null) {
                first.merge(merchant, visit.on(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        int applications = 0;
        int loans = 0;
        for (Map.Entry<String, LocalDate> visited : first.entrySet()) {
            LocalDate on = visited.getValue();
            List<Applied> fruits = applied.apply(visited.getKey()).stream()
                    .filter(one -> !one.on().isBefore(on) && !one.on().isAfter(on.plusDays(withinDays)))
                    .toList();
            applications += fruits.isEmpty() ? 0 : 1;
            loans += fruits.stream().anyMatch(Applied::disbursed) ? 1 : 0;
        }
        int minutes =
                visits.stream().mapToInt(visit -> visit.report().minutes()).sum();
        return new Conversion(key.managerId(), key.areaId(), visits.size(), minutes, first.size(), applications, loans);
    }

    /** Of the merchants visited, with one decimal; null when nobody was. */
    @Nullable BigDecimal applicationPercent() {
        return percent(applications, merchants);
    }

    /** Of the applications. */
    @Nullable BigDecimal loanPercent() {
        return percent(loans, applications);
    }

    private static @Nullable BigDecimal percent(int part, int whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
