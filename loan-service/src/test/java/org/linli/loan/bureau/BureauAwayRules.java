package org.linli.loan.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule L-7: the bureau is down for a day; the case waits with growing pauses, and one instance asks at a time. */
class BureauAwayRules {
    private static final Instant NOW = Instant.parse("2026-03-10T01:00:00Z");
    private static final BureauSettings SETTINGS = new BureauSettings(
            "http://bureau",
            Duration.ofSeconds(2),
            3,
            30,
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1)),
            50);

    @Test
    void pauses_grow_and_the_last_one_repeats_for_as_long_as_it_takes() {
        CreditCheck check = CreditCheck.begun("A1", "/hq/B01/");
        Instant at = NOW;
        int asked = 0;
        while (at.isBefore(NOW.plus(Duration.ofDays(1)))) {
            check.away(at, SETTINGS);
            asked++;
            at = check.nextAttemptAt();
        }
        assertThat(check.state()).isEqualTo(CreditCheck.State.WAITING);
        assertThat(check.waitingSince()).isEqualTo(NOW);
        assertThat(asked).as("after 1 and 5 minutes, then every hour").isEqualTo(26);
    }

    @Test
    void a_waiting_case_tells_no_facts() {
        CreditCheck check = CreditCheck.begun("A1", "/hq/B01/").away(NOW, SETTINGS);
        assertThat(check.report()).isNull();
    }

    @Test
    void of_several_instances_one_takes_the_attempt() {
        CreditCheck check = CreditCheck.begun("A1", "/hq/B01/").away(NOW, SETTINGS);
        Instant due = NOW.plus(Duration.ofMinutes(1));
        assertThat(check.claim(due.minusMillis(1), Duration.ofMinutes(2))).isFalse();
        assertThat(check.claim(due, Duration.ofMinutes(2))).isTrue();
        assertThat(check.claim(due, Duration.ofMinutes(2))).isFalse();
    }

    @Test
    void an_explanation_counts_only_for_as_many_months_as_it_explains() {
        CreditCheck check = CreditCheck.begun("A1", "/hq/B01/").received(report(7), "sealed", "v1", NOW);
        check.explain(Explanation.given(7, "sealed", "owner", NOW).decided(true, "head", "ok", NOW));
        assertThat(check.isExplained()).isTrue();
        check.received(report(8), "sealed", "v1", NOW);
        assertThat(check.isExplained()).isFalse();
    }

    private static CreditReport report(int months) {
        return new CreditReport("R1", java.time.LocalDate.of(2026, 3, 1), months, 0, false, false, 0, 0, 0, 0);
    }
}
