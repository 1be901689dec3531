package org.linli.sandbox.faults;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong on the next requests to one target.
 *
 * @param millis how long a delay lasts (default 6,000: longer than WeChat waits)
 * @param status the HTTP status of an error (default 500; WeChat's own shape, 200 with errcode -1, when left out there)
 * @param times how many requests are hit (default 1)
 */
record Fault(
        Target target,
        Kind kind,
        @Nullable Long millis,
        @Nullable Integer status,
        @Nullable Integer times) {
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(2);

    enum Target {
        @JsonProperty("wechat")
        WECHAT,
        @JsonProperty("sms")
        SMS,
        @JsonProperty("bank")
        BANK,
        @JsonProperty("kms")
        KMS,
        @JsonProperty("corebank")
        COREBANK,
        @JsonProperty("signing")
        SIGNING,
        @JsonProperty("bureau")
        BUREAU
    }

    enum Kind {
        @JsonProperty("delay")
        DELAY,
        @JsonProperty("error")
        ERROR,
        @JsonProperty("drop")
        DROP
    }

    Fault {
        requireRange("millis", millis, 0, LONGEST_DELAY.toMillis());
        requireRange("status", status, 400, 599);
        requireRange("times", times, 1, 1_000_000);
    }

    Duration delay() {
        return Duration.ofMillis(millis == null ? 6_000 : millis);
    }

    int hits() {
        return times == null ? 1 : times;
    }

    private static void requireRange(String name, @Nullable Number value, long low, long high) {
        if (value != null && (value.longValue() < low || value.longValue() > high)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + low + ".." + high + ")");
        }
    }
}
