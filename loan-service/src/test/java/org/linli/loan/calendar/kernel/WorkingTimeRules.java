package org.linli.loan.calendar.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Rule L-1: promises count working days; holidays are none, make-up days are some. */
class WorkingTimeRules {
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);

    /** National Day of 2026: off from Thursday to Wednesday, the Saturday after is worked. */
    private static final WorkingDays NATIONAL_DAY = new WorkingDays(
            Set.of(
                    LocalDate.of(2026, 10, 1),
                    LocalDate.of(2026, 10, 2),
                    LocalDate.of(2026, 10, 5),
                    LocalDate.of(2026, 10, 6),
                    LocalDate.of(2026, 10, 7)),
            Set.of(LocalDate.of(2026, 10, 10)));

    private static final WorkingHours HOURS =
            new WorkingHours(NATIONAL_DAY, LocalTime.of(8, 30), LocalTime.of(17, 30), ZoneId.of("Asia/Shanghai"));

    @Example
    void a_promise_over_a_holiday_waits_for_the_first_days_worked_after_it() {
        LocalDate eve = LocalDate.of(2026, 9, 30);
        assertThat(NATIONAL_DAY.plus(eve, 1)).isEqualTo("2026-10-08");
        assertThat(NATIONAL_DAY.plus(eve, 3)).as("a Saturday that is worked").isEqualTo("2026-10-10");
        assertThat(NATIONAL_DAY.plus(eve, 4)).isEqualTo("2026-10-12");
    }

    @Example
    void no_days_later_is_the_day_itself_or_the_next_that_is_worked() {
        assertThat(NATIONAL_DAY.plus(LocalDate.of(2026, 9, 30), 0)).isEqualTo("2026-09-30");
        assertThat(NATIONAL_DAY.plus(LocalDate.of(2026, 10, 3), 0)).isEqualTo("2026-10-08");
    }

    @Example
    void a_nights_work_counts_nothing_and_a_day_counts_its_hours() {
        Instant evening = Instant.parse("2026-09-30T12:00:00Z");
        Instant afterTheHoliday = Instant.parse("2026-10-08T01:30:00Z");
        assertThat(HOURS.between(evening, afterTheHoliday)).isEqualTo(Duration.ofHours(1));
        assertThat(HOURS.perDay()).isEqualTo(Duration.ofHours(9));
    }

    @Example
    void who_asks_for_nonsense_is_told_what_is_expected() {
        assertThatThrownBy(() -> NATIONAL_DAY.plus(BEGIN, -1)).hasMessage("workingDays: -1 (expected: >= 0)");
        assertThatThrownBy(() -> new WorkingHours(NATIONAL_DAY, LocalTime.NOON, LocalTime.NOON, ZoneId.of("UTC")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void adding_ends_on_a_working_day_and_is_what_counting_says(
            @ForAll("calendars") WorkingDays days,
            @ForAll @IntRange(max = 700) int start,
            @ForAll @IntRange(min = 1, max = 60) int n) {
        LocalDate from = BEGIN.plusDays(start);
        LocalDate to = days.plus(from, n);
        assertThat(days.isWorkingDay(to)).isTrue();
        assertThat(days.between(from, to)).isEqualTo(n);
        assertThat(days.between(from, to.minusDays(1)))
                .as("not a day later than needed")
                .isEqualTo(n - 1);
    }

    @Property(tries = 200)
    void counting_adds_up_over_any_day_in_between(
            @ForAll("calendars") WorkingDays days,
            @ForAll @IntRange(max = 300) int first,
            @ForAll @IntRange(max = 100) int second,
            @ForAll @IntRange(max = 100) int third) {
        LocalDate a = BEGIN.plusDays(first);
        LocalDate b = a.plusDays(second);
        LocalDate c = b.plusDays(third);
        assertThat(days.between(a, c)).isEqualTo(days.between(a, b) + days.between(b, c));
    }

    @Property(tries = 200)
    void working_time_that_is_added_is_the_working_time_in_between(
            @ForAll("calendars") WorkingDays days,
            @ForAll @IntRange(max = 500_000) int startMinute,
            @ForAll @IntRange(min = 1, max = 20_000) int minutes) {
        WorkingHours hours = new WorkingHours(days, HOURS.opens(), HOURS.closes(), HOURS.zone());
        Instant from = BEGIN.atStartOfDay(HOURS.zone()).toInstant().plusSeconds(startMinute * 60L);
        Instant to = hours.plus(from, Duration.ofMinutes(minutes));
        assertThat(hours.between(from, to)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Provide
    Arbitrary<WorkingDays> calendars() {
        Arbitrary<LocalDate> day = Arbitraries.integers().between(0, 900).map(BEGIN::plusDays);
        return day.list()
                .ofMaxSize(40)
                .flatMap(off -> day.list().ofMaxSize(10).map(on -> {
                    Set<LocalDate> holidays = new HashSet<>(off);
                    on.forEach(holidays::remove);
                    return new WorkingDays(holidays, new HashSet<>(on));
                }));
    }
}
