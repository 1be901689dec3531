package org.linli.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** So many clients, each of which asks again as soon as it is answered: what the server can do at most. */
final class ClosedLoop {
    private static final long LONGEST_MICROS = 60_000_000;

    private ClosedLoop() {}

    /**
     * @param micros latencies in microseconds
     * @param outcomes how often each came
     */
    record Result(Histogram micros, Map<String, Integer> outcomes, double seconds) {
        double perSecond(String outcome) {
            return outcomes.getOrDefault(outcome, 0) / seconds;
        }

        String text(String outcome) {
            return String.format(
                    "%d %s in %.1f s: %.0f/s; of all p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms; %s",
                    outcomes.getOrDefault(outcome, 0),
                    outcome,
                    seconds,
                    perSecond(outcome),
                    micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(95) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3,
                    micros.getMaxValue() / 1e3,
                    new TreeMap<>(outcomes));
        }
    }

    /** @param call the n-th one; answers what became of it in a word */
    static Result run(int clients, int total, IntFunction<String> call) {
        Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
        Map<String, Integer> outcomes = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long begun = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            running.add(threads.submit(() -> {
                for (int i = next.getAndIncrement(); i < total; i = next.getAndIncrement()) {
                    long sent = System.nanoTime();
                    String outcome = call.apply(i);
                    micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - sent) / 1_000));
                    outcomes.merge(outcome, 1, Integer::sum);
                }
            }));
        }
        threads.shutdown();
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return new Result(micros, outcomes, (System.nanoTime() - begun) / 1e9);
    }
}
