package org.linli.starter.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Carries events from the aggregates' outboxes to Kafka: at once after a save, and by a sweep over all registered
 * collections at start, after an overflow and, where configured, periodically. At least once, in order per aggregate:
 * one aggregate always belongs to the same {@link RelayLane}. A broker that is away only delays.
 */
public class OutboxRelay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final List<RelayLane> lanes = new ArrayList<>();
    private final Set<String> collections = ConcurrentHashMap.newKeySet();
    private final Set<String> toSweep = ConcurrentHashMap.newKeySet();
    private final Map<String, String> resumeAfter = new HashMap<>();
    private final OutboxReader reader;
    private final String source;
    private final Duration sweepEvery;
    private volatile @Nullable Thread sweeper;

    OutboxRelay(MongoOperations mongo, EventSender sender, OutboxSettings settings) {
        this.reader = new OutboxReader(mongo);
        this.source = sender.source();
        this.sweepEvery = settings.sweepEvery();
        for (int lane = 0; lane < settings.lanes(); lane++) {
            lanes.add(new RelayLane(lane, reader, sender, settings));
        }
    }

    /** Names a collection whose documents have an {@code outbox}; swept at start. */
    public void register(String collection) {
        collections.add(collection);
        toSweep.add(collection);
    }

    /** The service whose events these are, such as {@code /user-service}. */
    String source() {
        return source;
    }

    /** Says that this document may have events to send; never blocks and never fails the caller. */
    public void wake(String collection, String id) {
        if (!laneOf(id).offer(new OutboxRef(collection, id))) {
            toSweep.add(collection);
        }
    }

    /** The same for a document that was just inserted: while little waits, its events need not be read again. */
    void wake(String collection, AggregateRoot inserted) {
        if (!laneOf(inserted.id()).offer(new OutboxRef(collection, inserted.id()), inserted.outbox())) {
            toSweep.add(collection);
        }
    }

    private RelayLane laneOf(String id) {
        return lanes.get(Math.floorMod(id.hashCode(), lanes.size()));
    }

    @EventListener(ApplicationReadyEvent.class)
    void indexOutboxes() {
        collections.forEach(reader::ensureIndex);
    }

    private void sweepLoop() {
        long nextFullSweep = System.nanoTime() + sweepEvery.toNanos();
        while (sweeper == Thread.currentThread()) {
            try {
                if (!sweepEvery.isZero() && System.nanoTime() > nextFullSweep) {
                    toSweep.addAll(collections);
                    nextFullSweep = System.nanoTime() + sweepEvery.toNanos();
                }
                for (String collection : Set.copyOf(toSweep)) {
                    sweep(collection);
                }
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("outbox sweep will be repeated: {}", e.getClass().getName());
                pause();
            }
        }
    }

    /** Hands on as many as the lanes take; continues where it stopped on the next round. */
    private void sweep(String collection) {
        toSweep.remove(collection);
        String after = resumeAfter.getOrDefault(collection, "");
        try {
            for (List<String> page = reader.pending(collection, after);
                    !page.isEmpty();
                    page = reader.pending(collection, after)) {
                for (String id : page) {
                    if (!laneOf(id).offer(new OutboxRef(collection, id))) {
                        resumeAfter.put(collection, after);
                        toSweep.add(collection);
                        return;
                    }
                    after = id;
                }
            }
            resumeAfter.remove(collection);
        } catch (RuntimeException e) {
            toSweep.add(collection);
            throw e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        // What was in hand when the relay was stopped is found again by a sweep.
        toSweep.addAll(collections);
        lanes.forEach(RelayLane::start);
        Thread thread = new Thread(this::sweepLoop, "outbox-sweeper");
        thread.setDaemon(true);
        sweeper = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = sweeper;
        sweeper = null;
        if (thread != null) {
            thread.interrupt();
        }
        lanes.forEach(RelayLane::stop);
    }

    @Override
    public boolean isRunning() {
        return sweeper != null;
    }
}
