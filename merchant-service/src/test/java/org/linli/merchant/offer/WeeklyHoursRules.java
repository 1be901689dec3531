package org.linli.merchant.offer;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The weekly hours of rule M-2, in Asia/Shanghai. 2 November 2026 is a Monday. */
class WeeklyHoursRules {
    @Test
    void no_hours_are_all_hours() {
        assertThat(WeeklyHours.ALWAYS.isOpen(at("2026-11-02T03:00"))).isTrue();
    }

    @Test
    void spans_are_half_open_and_there_may_be_several_a_day() {
        WeeklyHours hours = hours(span(MONDAY, "11:00", "14:00"), span(MONDAY, "17:00", "21:00"));
        assertThat(hours.problems()).isEmpty();
        assertThat(hours.isOpen(at("2026-11-02T10:59"))).isFalse();
        assertThat(hours.isOpen(at("2026-11-02T11:00"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-02T13:59"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-02T14:00"))).isFalse();
        assertThat(hours.isOpen(at("2026-11-02T17:00"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-03T11:00"))).isFalse();
    }

    @Test
    void a_night_belongs_to_the_day_on_which_it_begins() {
        WeeklyHours hours = hours(span(FRIDAY, "22:00", "02:00"));
        assertThat(hours.isOpen(at("2026-11-06T23:59"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-07T01:59"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-07T02:00"))).isFalse();
        assertThat(hours.isOpen(at("2026-11-06T01:00"))).isFalse();
    }

    @Test
    void sundays_night_reaches_into_monday() {
        WeeklyHours hours = hours(span(SUNDAY, "22:00", "02:00"));
        assertThat(hours.isOpen(at("2026-11-02T01:00"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-02T02:00"))).isFalse();
    }

    @Test
    void the_day_is_that_of_shanghai() {
        WeeklyHours hours = hours(span(MONDAY, "00:00", "24:00"));
        assertThat(hours.isOpen(Instant.parse("2026-11-01T16:00:00Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-11-02T16:00:00Z"))).isFalse();
    }

    @Test
    void overlaps_are_refused_also_across_midnight_and_the_weeks_end() {
        assertThat(hours(span(MONDAY, "09:00", "12:00"), span(MONDAY, "11:59", "13:00"))
                        .problems())
                .hasSize(1);
        assertThat(hours(span(FRIDAY, "22:00", "02:00"), span(SATURDAY, "01:00", "03:00"))
                        .problems())
                .hasSize(1);
        assertThat(hours(span(SUNDAY, "22:00", "02:00"), span(MONDAY, "01:59", "03:00"))
                        .problems())
                .hasSize(1);
        assertThat(hours(span(SUNDAY, "22:00", "02:00"), span(MONDAY, "02:00", "03:00"))
                        .problems())
                .isEmpty();
    }

    @Test
    void a_span_without_length_and_too_many_a_day_are_refused() {
        assertThat(hours(span(MONDAY, "09:00", "09:00")).problems()).hasSize(1);
        List<HoursSpan> seven = IntStream.range(0, 7)
                .mapToObj(hour -> span(MONDAY, "0" + hour + ":00", "0" + hour + ":30"))
                .toList();
        assertThat(new WeeklyHours(seven).problems()).hasSize(1);
        assertThat(new WeeklyHours(seven.subList(0, 6)).problems()).isEmpty();
    }

    @Property
    void a_span_is_open_for_just_its_minutes_of_a_week(
            @ForAll DayOfWeek day,
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(min = 1, max = 1440) int minutes) {
        HoursSpan span = new HoursSpan(day, from, minutes);
        assertThat(IntStream.range(0, HoursSpan.WEEK).filter(span::holds).count())
                .isEqualTo(minutes);
    }

    @Test
    void hours_are_told_as_they_were_given() {
        assertThat(span(FRIDAY, "22:00", "02:00").text()).isEqualTo("FRIDAY 22:00-02:00");
        assertThat(span(FRIDAY, "00:00", "24:00").text()).isEqualTo("FRIDAY 00:00-24:00");
        assertThat(span(FRIDAY, "09:05", "17:30").text()).isEqualTo("FRIDAY 09:05-17:30");
    }

    private static WeeklyHours hours(HoursSpan... spans) {
        return new WeeklyHours(List.of(spans));
    }

    private static HoursSpan span(DayOfWeek day, String from, String until) {
        return HoursSpan.of(day, from, until);
    }

    private static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(WeeklyHours.ZONE).toInstant();
    }
}
