package org.linli.benchmarks;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Asks one server: one after the other, with many clients as fast as it goes, or when each request is due. */
final class NearbyLoad {
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int OK = 200;

    private final URI server;
    private final List<byte[]> requests;
    private final Sampler sampler;

    /** Looks at some of the answers later: while measuring it only keeps them. */
    interface Sampler {
        void saw(int request, Wire.Answer answer);
    }

    NearbyLoad(URI server, List<byte[]> requests, Sampler sampler) {
        this.server = server;
        this.requests = requests;
        this.sampler = sampler;
    }

    record Result(Histogram micros, int failed, double seconds) {
        double perSecond() {
            return micros.getTotalCount() / seconds;
        }

        double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1e3;
        }
    }

    private interface Turn {
        /** @return when it is due, in nanoseconds; negative: no more */
        long next();
    }

    /** As long as it takes. */
    Result inTurn(int from, int many) {
        AtomicInteger next = new AtomicInteger(from);
        return run(1, () -> next.getAndIncrement() < from + many ? System.nanoTime() : -1, from);
    }

    Result throughput(int clients, double seconds, int from) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        return run(
                clients,
                () -> {
                    long now = System.nanoTime();
                    return now < end ? now : -1;
                },
                from);
    }

    /** A request's time counts from when it was due. */
    Result due(int clients, long[] due) {
        long begun = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        return run(
                clients,
                () -> {
                    int turn = next.getAndIncrement();
                    return turn < due.length ? begun + due[turn] : -1;
                },
                0);
    }

    private Result run(int clients, Turn turn, int from) {
        Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger number = new AtomicInteger(from);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Future<?>> running = new ArrayList<>();
        long begun = System.nanoTime();
        for (int client = 0; client < clients; client++) {
            running.add(threads.submit(() -> ask(turn, number, micros, failed)));
        }
        threads.shutdown();
        try {
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return new Result(micros, failed.get(), (System.nanoTime() - begun) / 1e9);
    }

    private void ask(Turn turn, AtomicInteger number, Histogram micros, AtomicInteger failed) {
        try (Wire wire = new Wire(server)) {
            for (long due = turn.next(); due >= 0; due = turn.next()) {
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                int request = number.getAndIncrement() % requests.size();
                Wire.Answer answer = wire.ask(requests.get(request));
                micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - due) / 1_000));
                if (answer.status() == OK) {
                    sampler.saw(request, answer);
                } else {
                    failed.incrementAndGet();
                }
            }
        }
    }
}
