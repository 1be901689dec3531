package org.linli.user.outlet;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening hours of outlets and how files write them (rule W-9). */
class HoursTextRules {
    @Test
    void ranges_and_single_days_are_read() {
        OpeningHours hours = HoursText.parse("Mo-Fr 08:30-17:00; Sa 09:00-12:00");
        assertThat(hours.on(WEDNESDAY)).containsExactly(new Span(510, 1_020));
        assertThat(hours.on(SATURDAY)).containsExactly(new Span(540, 720));
        assertThat(hours.on(SUNDAY)).isEmpty();
    }

    @Test
    void spans_of_a_day_may_stand_in_any_order_and_in_several_rules() {
        OpeningHours hours = HoursText.parse("Mo,Fr 13:30-17:00,08:30-11:30;Mo 18:00-20:00");
        assertThat(hours.on(MONDAY)).extracting(Span::opens).containsExactly("08:30", "13:30", "18:00");
        assertThat(hours.on(FRIDAY)).hasSize(2);
    }

    @Test
    void a_span_holds_its_first_minute_and_not_its_last() {
        OpeningHours hours = HoursText.parse("Mo 08:30-17:00");
        assertThat(hours.isOpenAt(MONDAY, 509)).isFalse();
        assertThat(hours.isOpenAt(MONDAY, 510)).isTrue();
        assertThat(hours.isOpenAt(MONDAY, 1_019)).isTrue();
        assertThat(hours.isOpenAt(MONDAY, 1_020)).isFalse();
        assertThat(hours.isOpenAt(FRIDAY, 600)).isFalse();
    }

    @Test
    void always_ends_at_midnight_every_day_and_no_text_is_no_hours() {
        assertThat(HoursText.parse("24/7").on(SUNDAY)).extracting(Span::closes).isEqualTo(List.of("24:00"));
        assertThat(HoursText.parse(" ")).isEqualTo(OpeningHours.NONE);
    }

    @Test
    void spans_that_touch_do_not_overlap() {
        assertThat(HoursText.parse("Mo 08:00-12:00,12:00-17:00").on(MONDAY)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mo",
                "Mo-Fr",
                "08:30-17:00",
                "Xx 08:30-17:00",
                "Fr-Mo 08:30-17:00",
                "Mo-We-Fr 08:30-17:00",
                "Mo 8:30-17:00",
                "Mo 08:30",
                "Mo 08:60-17:00",
                "Mo 17:00-08:30",
                "Mo 08:30-08:30",
                "Mo 08:30-24:01",
                "Mo 08:30-25:00",
                "Mo 08:30-17:00;",
                "Mo 08:30-12:00,11:59-17:00",
                "Mo-Fr 08:30-12:00; Mo 11:00-13:00",
                "Mo 08:00-09:00,10:00-11:00,12:00-13:00,14:00-15:00"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> HoursText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("hours: ");
    }
}
