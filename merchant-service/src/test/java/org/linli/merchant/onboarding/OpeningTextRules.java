package org.linli.merchant.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.events.OfferEvent.Hours;

/** Rule G-3: a shop's hours are understood as a whole or not at all. */
class OpeningTextRules {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "周一至周五 9:00-18:00 | MO09:00-18:00 TU09:00-18:00 WE09:00-18:00 TH09:00-18:00 FR09:00-18:00",
                "周六、周日 10：00～22：00 | SA10:00-22:00 SU10:00-22:00",
                "Mo 08:30-12:00,13:30-17:00 | MO08:30-12:00 MO13:30-17:00",
                "星期五 17:30-次日02:00 | FR17:30-02:00",
                "周六至周一 8:00-9:00 | SA08:00-09:00 SU08:00-09:00 MO08:00-09:00",
                "周日 24小时 | SU00:00-24:00",
                "营业时间：周末 10:00—12:00；节假日 11:00—12:00 | SA10:00-12:00 SU10:00-12:00 HO11:00-12:00",
                "Sa 9:00-12:00; PH 10:00-11:00 | SA09:00-12:00 HO10:00-11:00",
            })
    void hours_are_understood(String text, String expected) {
        List<Hours> hours = OpeningText.read(text).orElseThrow();
        assertThat(hours.stream()
                        .map(span -> span.day().substring(0, 2) + span.from() + "-" + span.until())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9:00-21:00", "每天9:00-21:00", "9:00至21:00", " 09:00 - 21:00 "})
    void without_days_every_day_is_meant(String text) {
        assertThat(OpeningText.read(text).orElseThrow()).hasSize(7);
    }

    @Test
    void all_day_every_day() {
        assertThat(OpeningText.read("24/7").orElseThrow())
                .hasSize(7)
                .contains(new Hours("WEDNESDAY", "00:00", "24:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "随缘",
                "周一至周五 9:00-18:00；周末看心情",
                "9-21",
                "25:00-26:00",
                "9:61-10:00",
                "10:00-10:00",
                "周八 9:00-10:00",
                "Mo-Fr off",
                "9:00-18:00，冬季9:30-17:30"
            })
    void what_is_not_understood_as_a_whole_is_not_known(String text) {
        assertThat(OpeningText.read(text)).isEmpty();
    }
}
