package org.linli.user.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockoutRules {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private final Lockout lockout = new Lockout(5, Duration.ofSeconds(30), Duration.ofMinutes(15));

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 30", "6, 60", "7, 120", "9, 480", "10, 900", "100, 900", "2000000000, 900"})
    void waiting_begins_with_the_fifth_failure_doubles_and_is_bounded(int failures, long seconds) {
        assertThat(lockout.pauseAfter(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void the_wait_runs_from_the_last_failure() {
        Lockout.Failures failures = new Lockout.Failures(5, NOW);
        assertThat(lockout.remaining(failures, NOW.plusSeconds(10))).isEqualTo(Duration.ofSeconds(20));
        assertThat(lockout.remaining(failures, NOW.plusSeconds(30))).isZero();
        assertThat(lockout.remaining(failures, NOW.plusSeconds(9_999))).isZero();
    }

    @Test
    void failures_of_yesterday_are_forgotten() {
        assertThat(lockout.isForgotten(new Lockout.Failures(9, NOW.minus(Duration.ofHours(25))), NOW))
                .isTrue();
        assertThat(lockout.isForgotten(new Lockout.Failures(9, NOW.minus(Duration.ofHours(23))), NOW))
                .isFalse();
    }
}
