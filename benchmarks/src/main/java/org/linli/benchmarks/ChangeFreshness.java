package org.linli.benchmarks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long after the broker has a change search is right, while so many changes a second go on elsewhere (rule G-4). */
final class ChangeFreshness {
    private static final int WATCHERS = 4;
    private static final long FIRST_SEQUENCE = 1_000;
    private static final long LOOK_EVERY_NANOS = 5_000_000;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final Town town;
    private final EventSender sender;
    private final URI search;
    private final Histogram micros = new ConcurrentHistogram(60_000_000, 3);

    ChangeFreshness(Town town, EventSender sender, URI search) {
        this.town = town;
        this.sender = sender;
        this.search = search;
    }

    Histogram run(int changesPerSecond, int seconds, long round) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Callable<Object>> work = new ArrayList<>();
        for (int watcher = 0; watcher < WATCHERS; watcher++) {
            int merchant = watcher;
            work.add(Executors.callable(() -> watch(merchant, end, FIRST_SEQUENCE * round)));
        }
        work.add(Executors.callable(() -> change(changesPerSecond, end, FIRST_SEQUENCE * round)));
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Object> one : threads.invokeAll(work)) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
        return micros;
    }

    /** Other merchants' offers, paused and back again. */
    private void change(int perSecond, long end, long sequence) {
        int offers = town.merchants() - WATCHERS;
        long begun = System.nanoTime();
        for (int i = 0; System.nanoTime() < end; i++) {
            long due = begun + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int merchant = WATCHERS + i % offers;
            sender.offer(
                    Town.offerId(merchant, 0),
                    Town.merchantId(merchant),
                    "变更",
                    i / offers % 2 == 1,
                    sequence + 1 + i / offers);
        }
    }

    private void watch(int merchant, long end, long sequence) {
        String offer = Town.offerId(merchant, 0);
        byte[] request = Wire.get(
                "/api/v1/nearby/offers?radius=100&size=100&lat=" + town.lat(merchant) + "&lng=" + town.lng(merchant));
        try (Wire wire = new Wire(search)) {
            boolean live = false;
            for (long i = 1; System.nanoTime() < end; i++, live = !live) {
                EventSender.await(sender.offer(offer, Town.merchantId(merchant), "变更", live, sequence + i));
                long begun = System.nanoTime();
                while (shows(wire.ask(request), offer) != live) {
                    if (System.nanoTime() - begun > PATIENCE_NANOS) {
                        throw new IllegalStateException(offer + " is not right in search after 30 s");
                    }
                    LockSupport.parkNanos(LOOK_EVERY_NANOS);
                }
                micros.recordValue((System.nanoTime() - begun) / 1_000);
            }
        }
    }

    private static boolean shows(Wire.Answer answer, String offer) {
        return new String(answer.body(), StandardCharsets.UTF_8).contains("\"" + offer + "\"");
    }
}
