package org.linli.benchmarks;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at a fixed rate whether or not earlier ones have been answered, and counts the time from when a
 * request was due: a server that stalls cannot hide it.
 */
final class OpenLoop {
    private final RunningPlatform platform;

    OpenLoop(RunningPlatform platform) {
        this.platform = platform;
    }

    /** Latencies in microseconds. */
    record Result(Histogram micros, int failed, double seconds) {
        String text() {
            return String.format(
                    "%d answers, %d failed, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms",
                    micros.getTotalCount(), failed, millis(50), millis(95), millis(99), micros.getMaxValue() / 1e3);
        }

        double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1e3;
        }
    }

    Result run(int requestsPerSecond, int seconds, IntFunction<HttpRequest> requests) {
        Histogram micros = new ConcurrentHistogram(60_000_000, 3);
        AtomicInteger failed = new AtomicInteger();
        List<CompletableFuture<?>> sent = new ArrayList<>();
        long begun = System.nanoTime();
        int total = requestsPerSecond * seconds;
        for (int i = 0; i < total; i++) {
            long due = begun + i * 1_000_000_000L / requestsPerSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            sent.add(platform.send(requests.apply(i)).handle((status, e) -> {
                micros.recordValue(Math.min(60_000_000, (System.nanoTime() - due) / 1_000));
                if (e != null || status / 100 != 2) {
                    failed.incrementAndGet();
                }
                return null;
            }));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        return new Result(micros, failed.get(), (System.nanoTime() - begun) / 1e9);
    }
}
