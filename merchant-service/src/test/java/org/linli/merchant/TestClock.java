package org.linli.merchant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;

/** The real time, plus what a test skipped. */
public class TestClock extends Clock {
    /** Makes it the service's clock. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Bean {
        @org.springframework.context.annotation.Bean
        TestClock testClock() {
            return new TestClock();
        }
    }

    private volatile Duration skipped = Duration.ZERO;

    public void skip(Duration time) {
        skipped = skipped.plus(time);
    }

    public void reset() {
        skipped = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(skipped);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
