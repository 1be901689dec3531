package org.linli.user.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One password tried on many names. */
class SprayingRules {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private final Spraying spraying = new Spraying(10);

    private void fail(int names, Instant at) {
        for (int i = 0; i < names; i++) {
            spraying.failed("name" + i, at);
        }
    }

    @Test
    void more_names_failing_in_a_minute_than_people_mistype_is_an_attack() {
        fail(10, NOW);
        assertThat(spraying.isUnderWay(NOW)).isFalse();
        fail(11, NOW.plusSeconds(59));
        assertThat(spraying.isUnderWay(NOW.plusSeconds(59))).isTrue();
    }

    @Test
    void one_name_failing_often_is_none() {
        for (int i = 0; i < 100; i++) {
            spraying.failed("same", NOW);
        }
        assertThat(spraying.isUnderWay(NOW)).isFalse();
    }

    @Test
    void names_failing_over_a_longer_time_are_none() {
        for (int i = 0; i < 30; i++) {
            spraying.failed("name" + i, NOW.plusSeconds(10L * i));
        }
        assertThat(spraying.isUnderWay(NOW.plusSeconds(300))).isFalse();
    }

    @Test
    void a_clock_that_is_set_back_keeps_no_old_names() {
        fail(6, NOW.plus(Duration.ofDays(30)));
        for (int i = 6; i < 12; i++) {
            spraying.failed("name" + i, NOW);
        }
        assertThat(spraying.isUnderWay(NOW)).isFalse();
    }

    @Test
    void the_alarm_ends_ten_minutes_after_the_last_of_them() {
        fail(11, NOW);
        assertThat(spraying.isUnderWay(NOW.plus(Duration.ofMinutes(10)).minusMillis(1)))
                .isTrue();
        assertThat(spraying.isUnderWay(NOW.plus(Duration.ofMinutes(10)))).isFalse();
    }
}
