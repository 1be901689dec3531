package org.linli.benchmarks;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A member of staff changes one thing after the other through the gateway: how long the smallest recorded change takes,
 * which is what the cost of its audit row is to be held against.
 */
@Command(name = "changes", description = "latency of a recorded change of a member of staff, one after the other")
final class ChangeBenchmark implements Callable<Integer> {
    private static final String SEGMENTS = "/api/v1/admin/segments";

    /** Changed in turn: the events of one are sent before it is its turn again. */
    private static final int SUBJECTS = 100;

    @Option(names = "--changes")
    private int changes = 3_000;

    @Option(names = "--warm-up", description = "changes before those that count")
    private int warmUp = 10_000;

    private final RunningPlatform platform = new RunningPlatform();

    @Override
    public Integer call() {
        String token = platform.token(platform.login("MARKETING_OPERATOR"));
        List<String> subjects = IntStream.range(0, SUBJECTS)
                .mapToObj(i -> platform.call("POST", SEGMENTS, form(0), token, null)
                        .path("id")
                        .asString())
                .toList();
        Histogram micros = new Histogram(60_000_000, 3);
        int failed = 0;
        for (int i = 0; i < warmUp + changes; i++) {
            HttpRequest change =
                    platform.request("PUT", SEGMENTS + "/" + subjects.get(i % SUBJECTS), form(i), token, null);
            long begun = System.nanoTime();
            int status = platform.send(change).join();
            if (i >= warmUp) {
                micros.recordValue((System.nanoTime() - begun) / 1_000);
                failed += status == 200 ? 0 : 1;
            }
        }
        subjects.forEach(id -> platform.send(platform.request("DELETE", SEGMENTS + "/" + id, null, token, null))
                .join());
        System.out.printf(
                "changes          %d, %d failed, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
                changes,
                failed,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3);
        return failed == 0 ? 0 : 1;
    }

    private static Map<String, Object> form(int i) {
        return Map.of("name", "bench " + i, "rule", Map.of("field", "customerBound", "is", true));
    }
}
