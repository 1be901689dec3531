package org.linli.merchant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The real time, plus what a test skipped. */
public class TestClock extends Clock {
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
