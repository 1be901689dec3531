package org.linli.benchmarks;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** A merchant's statistics, which follow the claims by events: how far behind they are says how much work is left over. */
final class ClaimFigures {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    private final RunningPlatform platform;
    private final String merchant;
    private final JsonNode owner;
    private long expected;

    ClaimFigures(RunningPlatform platform, JsonNode owner) {
        this.platform = platform;
        this.merchant = owner.path("merchantId").asString();
        this.owner = owner;
        this.expected = counted();
    }

    void add(int claims) {
        expected += claims;
    }

    /** @return the seconds until all claims were counted */
    double awaitAll() {
        long begun = System.nanoTime();
        while (counted() < expected) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IllegalStateException(counted() + " claims counted (expected: " + expected + ")");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private long counted() {
        LocalDate today = LocalDate.now(ZONE);
        String path =
                "/api/v1/merchants/" + merchant + "/statistics?by=day&from=" + today.minusDays(1) + "&to=" + today;
        return platform.call("GET", path, null, platform.freshToken(owner), null)
                .path("total")
                .path("claims")
                .asLong();
    }
}
