package org.linli.starter.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that sends the outboxes of its share of the aggregates, in order, many aggregates at a time. */
class RelayLane {
    private static final Logger log = LoggerFactory.getLogger(RelayLane.class);

    private final BlockingQueue<OutboxRef> queue;
    private final OutboxReader reader;
    private final EventSender sender;
    private final OutboxSettings settings;
    private final String name;
    private volatile @Nullable Thread current;

    RelayLane(int number, OutboxReader reader, EventSender sender, OutboxSettings settings) {
        this.queue = new LinkedBlockingQueue<>(settings.queueCapacity());
        this.reader = reader;
        this.sender = sender;
        this.settings = settings;
        this.name = "outbox-relay-" + number;
    }

    boolean offer(OutboxRef ref) {
        return queue.offer(ref);
    }

    void start() {
        Thread thread = new Thread(this::work, name);
        thread.setDaemon(true);
        current = thread;
        thread.start();
    }

    void stop() {
        Thread thread = current;
        current = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Never true for two threads: one that lingers after a stop must not send beside its successor. */
    private boolean isRunning() {
        return current == Thread.currentThread();
    }

    private void work() {
        Set<OutboxRef> batch = new LinkedHashSet<>();
        long backOffMillis = settings.firstBackOff().toMillis();
        while (isRunning()) {
            try {
                fill(batch);
                relay(batch);
                batch.clear();
                backOffMillis = settings.firstBackOff().toMillis();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                log.warn(
                        "events wait, next try in {} ms: {} of {} aggregates, {}",
                        backOffMillis,
                        e.getClass().getName(),
                        batch.size(),
                        e.getCause() == null ? "" : e.getCause().getClass().getName());
                if (!sleep(backOffMillis)) {
                    return;
                }
                backOffMillis =
                        Math.min(backOffMillis * 2, settings.longestBackOff().toMillis());
            }
        }
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Keeps what a failed round left and adds what waits; blocks while there is nothing at all. */
    private void fill(Set<OutboxRef> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            batch.add(queue.take());
        }
        while (batch.size() < settings.batchSize()) {
            OutboxRef next = queue.poll();
            if (next == null) {
                return;
            }
            batch.add(next);
        }
    }

    private void relay(Set<OutboxRef> batch) throws Exception {
        Map<String, List<String>> idsByCollection = batch.stream()
                .collect(Collectors.groupingBy(
                        OutboxRef::collection, Collectors.mapping(OutboxRef::id, Collectors.toList())));
        for (Map.Entry<String, List<String>> entry : idsByCollection.entrySet()) {
            relay(entry.getKey(), entry.getValue());
        }
    }

    private void relay(String collection, List<String> ids) throws Exception {
        Map<String, List<CompletableFuture<String>>> sending = new LinkedHashMap<>();
        reader.read(collection, ids).forEach((id, events) -> {
            List<CompletableFuture<String>> sends = new ArrayList<>();
            events.forEach(event -> sends.add(sender.send(id, event).thenApply(done -> event.id())));
            if (!sends.isEmpty()) {
                sending.put(id, sends);
            }
        });
        Map<String, List<String>> sent = new HashMap<>();
        Exception failure = null;
        for (Map.Entry<String, List<CompletableFuture<String>>> entry : sending.entrySet()) {
            List<String> acknowledged = new ArrayList<>();
            for (CompletableFuture<String> send : entry.getValue()) {
                try {
                    acknowledged.add(send.get(settings.sendTimeout().toMillis(), TimeUnit.MILLISECONDS));
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    failure = e;
                    break;
                }
            }
            if (!acknowledged.isEmpty()) {
                sent.put(entry.getKey(), acknowledged);
            }
        }
        reader.remove(collection, sent);
        if (failure != null) {
            throw failure;
        }
    }
}
