package org.linli.benchmarks;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Logins in a closed loop: as many as the platform takes, and what that does to someone who only looks at branches. */
@Command(name = "logins", description = "staff and consumer logins per second, and what others feel of them")
final class LoginBenchmark implements Callable<Integer> {
    @Option(names = "--seconds")
    private int seconds = 15;

    @Option(names = "--warm-up", description = "seconds of consumers' logins before those that count")
    private int warmUp = 20;

    @Option(names = "--clients", description = "logins under way at a time")
    private int clients = 8;

    @Option(names = "--bystanders", description = "requests a second of those who only look; 0 for logins alone")
    private int bystanders = 50;

    private final RunningPlatform platform = new RunningPlatform();

    @Override
    public Integer call() {
        if (bystanders > 0) {
            System.out.println("nobody logs in   branches: " + bystanders().text());
        }
        boolean good = measure("staff", platform.logins("BRANCH_HEAD"));
        warmUp(platform.logins("CONSUMER"));
        return measure("consumers", platform.logins("CONSUMER")) && good ? 0 : 1;
    }

    /** A login through WeChat costs a few milliseconds, and three times as much before the compiler is done with it. */
    private void warmUp(List<JsonNode> logins) {
        if (warmUp > 0) {
            run(logins, warmUp, new ConcurrentHistogram(60_000_000, 3), new AtomicInteger())
                    .join();
        }
    }

    private CompletableFuture<Void> run(List<JsonNode> logins, int time, Histogram micros, AtomicInteger failed) {
        long end = System.nanoTime() + time * 1_000_000_000L;
        return CompletableFuture.allOf(IntStream.range(0, clients)
                .mapToObj(i -> loop(logins, i, end, micros, failed))
                .toArray(CompletableFuture[]::new));
    }

    private boolean measure(String who, List<JsonNode> logins) {
        Histogram micros = new ConcurrentHistogram(60_000_000, 3);
        AtomicInteger failed = new AtomicInteger();
        CompletableFuture<Void> running = run(logins, seconds, micros, failed);
        String beside = bystanders > 0 ? bystanders().text() : "nobody";
        running.join();
        System.out.printf(
                "%-16s %.1f logins/s, %d failed, p50 %.0f ms, p99 %.0f ms; branches meanwhile: %s%n",
                who,
                (micros.getTotalCount() - failed.get()) / (double) seconds,
                failed.get(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                beside);
        return failed.get() == 0;
    }

    private CompletableFuture<Void> loop(
            List<JsonNode> logins, int i, long end, Histogram micros, AtomicInteger failed) {
        if (System.nanoTime() > end) {
            return CompletableFuture.completedFuture(null);
        }
        JsonNode login = logins.get(i % logins.size());
        HttpRequest request = platform.request("POST", login.path("path").asString(), login.path("body"), null, null);
        long begun = System.nanoTime();
        return platform.send(request)
                .thenAccept(status -> {
                    micros.recordValue(Math.min(60_000_000, (System.nanoTime() - begun) / 1_000));
                    if (status / 100 != 2) {
                        failed.incrementAndGet();
                    }
                })
                .thenCompose(next -> loop(logins, i + clients, end, micros, failed));
    }

    private OpenLoop.Result bystanders() {
        return new OpenLoop(platform)
                .run(bystanders, seconds, i -> platform.request("GET", "/api/v1/branches?size=5", null, null, null));
    }
}
