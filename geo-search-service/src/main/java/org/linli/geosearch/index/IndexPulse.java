package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks every second whether the index is there, so that this is known although memory answers all searches. */
@Component
class IndexPulse implements SmartLifecycle {
    private final ElasticsearchClient elasticsearch;
    private final GuardedSearch guard;
    private final IndexSettings settings;
    private @Nullable ScheduledExecutorService thread;

    IndexPulse(SearchClient client, GuardedSearch guard, IndexSettings settings) {
        this.elasticsearch = client.elasticsearch();
        this.guard = guard;
        this.settings = settings;
    }

    private void feel() {
        try {
            guard.run(() -> elasticsearch.count(count -> count.index(settings.alias(SearchIndex.OFFERS))));
        } catch (RuntimeException itIsAway) {
            // the guard has noted it
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "index-pulse");
            daemon.setDaemon(true);
            return daemon;
        });
        started.scheduleWithFixedDelay(this::feel, 1, 1, TimeUnit.SECONDS);
        thread = started;
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
