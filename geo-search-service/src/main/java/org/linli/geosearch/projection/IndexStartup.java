package org.linli.geosearch.projection;

import java.util.concurrent.Semaphore;
import org.linli.geosearch.index.IndexMissing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Prepares the indices beside the running service, for as long as it takes Elasticsearch to come up, then starts the
 * listeners; again when an index turns out to be lost. The service is ready when the indices are.
 */
@Component("searchIndex")
class IndexStartup implements SmartLifecycle, HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(IndexStartup.class);
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final Refill refill;
    private final Reindex reindex;
    private final KafkaListenerEndpointRegistry listeners;
    private final Semaphore due = new Semaphore(1);
    private final Thread thread = new Thread(this::work, "index-startup");
    private volatile boolean running;
    private volatile boolean ready;

    IndexStartup(Refill refill, Reindex reindex, KafkaListenerEndpointRegistry listeners) {
        this.refill = refill;
        this.reindex = reindex;
        this.listeners = listeners;
        thread.setDaemon(true);
    }

    @EventListener
    void indexIsMissing(IndexMissing event) {
        if (ready) {
            ready = false;
            due.release();
        }
    }

    private void work() {
        try {
            while (running) {
                due.acquire();
                prepare();
                due.drainPermits();
                ready = true;
                listeners.getListenerContainers().forEach(MessageListenerContainer::start);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void prepare() throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                refill.ensureFilled();
                if (refill.isOutdated()) {
                    reindex.begin("new mapping");
                }
                return;
            } catch (RuntimeException e) {
                log.warn("the index is not ready, next try in {} ms: {}", pause, String.valueOf(e.getCause()));
                Thread.sleep(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    @Override
    public Health health() {
        return (ready ? Health.up() : Health.outOfService()).build();
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
