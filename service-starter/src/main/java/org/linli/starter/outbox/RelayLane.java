package org.linli.starter.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that sends the outboxes of its share of the aggregates, in order, many aggregates at a time. */
class RelayLane {
    private static final Logger log = LoggerFactory.getLogger(RelayLane.class);

    /** Of inserted documents whose events are kept in memory until they are sent. */
    private static final int MOST_IN_MEMORY = 2_000;

    /** So many in one round say that more are coming. */
    private static final int RUSH = 4;

    private final BlockingQueue<Waiting> queue;
    private final OutboxReader reader;
    private final EventSender sender;
    private final OutboxSettings settings;
    private final String name;
    private volatile @Nullable Thread current;
    private boolean inARush;

    /** @param events what is to be sent, where that is known; null = as it is stored by then */
    private record Waiting(OutboxRef ref, @Nullable List<OutboxEvent> events) {}

    RelayLane(int number, OutboxReader reader, EventSender sender, OutboxSettings settings) {
        this.queue = new LinkedBlockingQueue<>(settings.queueCapacity());
        this.reader = reader;
        this.sender = sender;
        this.settings = settings;
        this.name = "outbox-relay-" + number;
    }

    boolean offer(OutboxRef ref) {
        return queue.offer(new Waiting(ref, null));
    }

    boolean offer(OutboxRef ref, List<OutboxEvent> events) {
        return queue.offer(new Waiting(ref, queue.size() < MOST_IN_MEMORY ? events : null));
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
        Map<OutboxRef, Optional<List<OutboxEvent>>> batch = new LinkedHashMap<>();
        long backOffMillis = settings.firstBackOff().toMillis();
        while (isRunning()) {
            try {
                fill(batch);
                inARush = batch.size() >= RUSH;
                relay(batch);
                batch.clear();
                backOffMillis = settings.firstBackOff().toMillis();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                // Some may have been sent and removed: what is left is what is stored.
                batch.replaceAll((ref, events) -> Optional.empty());
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

    /**
     * Keeps what a failed round left and adds what waits; blocks while there is nothing at all. A lone change goes at
     * once; in a rush a moment's patience makes one message to the broker and one write of several.
     */
    private void fill(Map<OutboxRef, Optional<List<OutboxEvent>>> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            add(queue.take(), batch);
        }
        if (inARush) {
            Thread.sleep(settings.patience().toMillis());
        }
        while (batch.size() < settings.batchSize()) {
            Waiting next = queue.poll();
            if (next == null) {
                return;
            }
            add(next, batch);
        }
    }

    /** Of what was changed again since, the stored state tells more than the memory. */
    private static void add(Waiting next, Map<OutboxRef, Optional<List<OutboxEvent>>> batch) {
        batch.merge(next.ref, Optional.ofNullable(next.events), (one, other) -> Optional.empty());
    }

    private void relay(Map<OutboxRef, Optional<List<OutboxEvent>>> batch) throws Exception {
        Map<String, Map<String, List<OutboxEvent>>> byCollection = new LinkedHashMap<>();
        Map<String, List<String>> unknown = new LinkedHashMap<>();
        batch.forEach((ref, events) -> {
            Map<String, List<OutboxEvent>> known =
                    byCollection.computeIfAbsent(ref.collection(), any -> new LinkedHashMap<>());
            if (events.isPresent()) {
                known.put(ref.id(), events.get());
            } else {
                unknown.computeIfAbsent(ref.collection(), any -> new ArrayList<>())
                        .add(ref.id());
            }
        });
        for (Map.Entry<String, Map<String, List<OutboxEvent>>> entry : byCollection.entrySet()) {
            List<String> ids = unknown.getOrDefault(entry.getKey(), List.of());
            if (!ids.isEmpty()) {
                entry.getValue().putAll(reader.read(entry.getKey(), ids));
            }
            relay(entry.getKey(), entry.getValue());
        }
    }

    /**
     * Sends in rounds: the first event of every aggregate, then the second of those whose first was acknowledged, and so
     * on. An event never overtakes an earlier one of its aggregate, also when the earlier one fails.
     */
    private void relay(String collection, Map<String, List<OutboxEvent>> outboxes) throws Exception {
        Map<String, List<OutboxEvent>> waiting = new LinkedHashMap<>(outboxes);
        Map<String, List<String>> sent = new HashMap<>();
        Exception failure = null;
        for (int round = 0; !waiting.isEmpty(); round++) {
            int position = round;
            waiting.values().removeIf(events -> events.size() <= position);
            Map<String, CompletableFuture<String>> sending = sendAt(position, waiting);
            waiting.keySet().retainAll(sending.keySet());
            for (Map.Entry<String, CompletableFuture<String>> entry : sending.entrySet()) {
                try {
                    String eventId = entry.getValue().get(settings.sendTimeout().toMillis(), TimeUnit.MILLISECONDS);
                    sent.computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
                            .add(eventId);
                } catch (ExecutionException | TimeoutException e) {
                    failure = e;
                    waiting.remove(entry.getKey());
                }
            }
        }
        reader.remove(collection, sent);
        if (failure != null) {
            throw failure;
        }
    }

    /** Stops at the first that fails at once: the broker is away, and every further one would wait as long for it. */
    private Map<String, CompletableFuture<String>> sendAt(int position, Map<String, List<OutboxEvent>> waiting) {
        Map<String, CompletableFuture<String>> sending = new LinkedHashMap<>();
        for (Map.Entry<String, List<OutboxEvent>> entry : waiting.entrySet()) {
            CompletableFuture<String> sent =
                    send(entry.getKey(), entry.getValue().get(position));
            sending.put(entry.getKey(), sent);
            if (sent.isCompletedExceptionally()) {
                break;
            }
        }
        return sending;
    }

    private CompletableFuture<String> send(String aggregateId, OutboxEvent event) {
        try {
            return sender.send(aggregateId, event).thenApply(done -> event.id());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
