package org.linli.user.phonecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PhoneCodeRules {
    /** Nine in the morning in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final PhoneCode code = new PhoneCode("key");

    private void sent(String hash, Instant at) {
        assertThat(code.request(hash, at)).isInstanceOf(CodeRequest.Granted.class);
    }

    @Test
    void the_right_code_works_once() {
        sent("right", NOW);
        assertThat(code.redeem("right", NOW.plusSeconds(60))).isTrue();
        assertThat(code.redeem("right", NOW.plusSeconds(61))).isFalse();
    }

    @Test
    void it_works_for_five_minutes_the_end_excluded() {
        sent("right", NOW);
        assertThat(code.redeem("right", NOW.plus(PhoneCode.VALID))).isFalse();
        assertThat(code.redeem("right", NOW.plus(PhoneCode.VALID).minusMillis(1)))
                .isTrue();
    }

    @Test
    void five_wrong_tries_use_it_up() {
        sent("right", NOW);
        for (int i = 0; i < 5; i++) {
            assertThat(code.redeem("wrong" + i, NOW)).isFalse();
        }
        assertThat(code.redeem("right", NOW)).isFalse();
    }

    @Test
    void the_fifth_try_may_still_be_right() {
        sent("right", NOW);
        for (int i = 0; i < 4; i++) {
            code.redeem("wrong", NOW);
        }
        assertThat(code.redeem("right", NOW)).isTrue();
    }

    @Test
    void another_is_sent_after_a_minute_and_ends_the_first() {
        sent("first", NOW);
        assertThat(code.request("second", NOW.plusSeconds(59)))
                .isEqualTo(new CodeRequest.TooSoon(Duration.ofSeconds(1)));
        sent("second", NOW.plusSeconds(60));
        assertThat(code.redeem("first", NOW.plusSeconds(61))).isFalse();
        assertThat(code.redeem("second", NOW.plusSeconds(62))).isTrue();
    }

    @Test
    void ten_a_day_are_enough_and_the_day_is_shanghais() {
        for (int i = 0; i < 10; i++) {
            sent("code" + i, NOW.plus(Duration.ofMinutes(i)));
        }
        Instant evening = NOW.plus(Duration.ofHours(14));
        assertThat(code.request("eleventh", evening)).isEqualTo(new CodeRequest.TooSoon(Duration.ofHours(1)));
        sent("next day", evening.plus(Duration.ofHours(1)));
    }

    @Test
    void a_code_that_could_not_be_sent_may_be_asked_for_at_once_but_counts() {
        for (int i = 0; i < 10; i++) {
            sent("code" + i, NOW);
            code.withdraw();
            assertThat(code.redeem("code" + i, NOW)).isFalse();
        }
        assertThat(code.request("eleventh", NOW)).isInstanceOf(CodeRequest.TooSoon.class);
    }

    @Test
    void nothing_works_before_anything_was_sent() {
        assertThat(code.redeem("", NOW)).isFalse();
    }
}
