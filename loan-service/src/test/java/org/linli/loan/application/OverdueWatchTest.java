package org.linli.loan.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

/** The sweep finds what fell due, right after a start and later, and tells it once. */
class OverdueWatchTest extends RunningService {
    @Autowired
    private ApplicationRegister register;

    @Test
    void what_fell_due_while_nothing_ran_is_told_at_the_first_look_and_once() {
        String id = applied();
        OverdueWatch watch = at(Duration.ofDays(30));
        watch.tick();
        watch.tick();
        assertThat(breaches(id)).isEqualTo(1);
    }

    @Test
    void what_falls_due_later_is_found_by_its_day() {
        OverdueWatch watch = new OverdueWatch(register, new Later());
        watch.tick();
        String id = applied();
        LoanApplication application = register.find(id).orElseThrow();
        Later.offset = Duration.between(Instant.now(), application.stageDueAt()).plusHours(1);
        watch.tick();
        assertThat(breaches(id)).isEqualTo(1);
    }

    private String applied() {
        return http.apply(Tokens.owner(approvedMerchant()), goodApplication()).text("id");
    }

    private OverdueWatch at(Duration later) {
        return new OverdueWatch(register, Clock.offset(Clock.systemUTC(), later));
    }

    private int breaches(String id) {
        return register.find(id).orElseThrow().handling().breaches().size();
    }

    private static final class Later extends Clock {
        private static Duration offset = Duration.ZERO;

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }
    }
}
