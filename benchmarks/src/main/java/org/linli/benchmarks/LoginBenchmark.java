package org.linli.benchmarks;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Logins in a closed loop: as many as the platform takes, and what hashing the staff's passwords does to someone who only
 * looks at branches.
 */
@Command(name = "logins", description = "staff and consumer logins per second, and what others feel of them")
final class LoginBenchmark implements Callable<Integer> {
    @Option(names = "--seconds")
    private int seconds = 15;

    @Option(names = "--warm-up", description = "seconds of looking at branches, then of consumers' logins")
    private int warmUp = 120;

    @Option(names = "--clients", description = "logins under way at a time")
    private int clients = 8;

    @Option(names = "--bystanders", description = "requests a second of those who only look, beside the staff's logins")
    private int bystanders = 50;

    /** Seconds after which the warm-up says how far it is. */
    private static final int PART = 30;

    private final RunningPlatform platform = new RunningPlatform();

    @Override
    public Integer call() {
        warmUp("looks", i -> look());
        List<JsonNode> consumers = platform.logins("CONSUMER");
        warmUp("logins", i -> login(consumers.get(i % consumers.size())));
        if (bystanders > 0) {
            System.out.println("nobody logs in   branches: " + bystanders().text());
        }
        boolean good = measure("consumers", consumers, 0);
        good &= measure("staff", platform.logins("BRANCH_HEAD"), bystanders);
        return good ? 0 : 1;
    }

    /**
     * The first login costs forty milliseconds, the ten thousandth four: by then the compiler is done. What all requests
     * have in common is compiled sooner by many cheap ones.
     */
    private void warmUp(String what, IntFunction<HttpRequest> request) {
        for (int begun = 0; begun < warmUp; begun += PART) {
            int time = Math.min(PART, warmUp - begun);
            Histogram micros = new ConcurrentHistogram(60_000_000, 3);
            run(request, time, micros, new AtomicInteger()).join();
            System.out.printf("warm-up          %.1f %s/s%n", micros.getTotalCount() / (double) time, what);
        }
    }

    private CompletableFuture<Void> run(
            IntFunction<HttpRequest> requests, int time, Histogram micros, AtomicInteger failed) {
        long end = System.nanoTime() + time * 1_000_000_000L;
        return CompletableFuture.allOf(IntStream.range(0, clients)
                .mapToObj(i -> loop(requests, i, end, micros, failed))
                .toArray(CompletableFuture[]::new));
    }

    private boolean measure(String who, List<JsonNode> logins, int beside) {
        Histogram micros = new ConcurrentHistogram(60_000_000, 3);
        AtomicInteger failed = new AtomicInteger();
        CompletableFuture<Void> running = run(i -> login(logins.get(i % logins.size())), seconds, micros, failed);
        String branches = beside > 0 ? bystanders().text() : "nobody looks";
        running.join();
        System.out.printf(
                "%-16s %.1f logins/s, %d failed, p50 %.0f ms, p99 %.0f ms; branches meanwhile: %s%n",
                who,
                (micros.getTotalCount() - failed.get()) / (double) seconds,
                failed.get(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                branches);
        return failed.get() == 0;
    }

    private CompletableFuture<Void> loop(
            IntFunction<HttpRequest> requests, int i, long end, Histogram micros, AtomicInteger failed) {
        if (System.nanoTime() > end) {
            return CompletableFuture.completedFuture(null);
        }
        long begun = System.nanoTime();
        return platform.send(requests.apply(i))
                .thenAccept(status -> {
                    micros.recordValue(Math.min(60_000_000, (System.nanoTime() - begun) / 1_000));
                    if (status / 100 != 2) {
                        failed.incrementAndGet();
                    }
                })
                .thenCompose(next -> loop(requests, i + clients, end, micros, failed));
    }

    private HttpRequest login(JsonNode who) {
        return platform.request("POST", who.path("path").asString(), who.path("body"), null, null);
    }

    private HttpRequest look() {
        return platform.request("GET", "/api/v1/branches?size=5", null, null, null);
    }

    private OpenLoop.Result bystanders() {
        return new OpenLoop(platform).run(bystanders, seconds, i -> look());
    }
}
