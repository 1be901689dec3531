package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks every second whether the index is there, so that this is known although memory answers all searches. */
@Component
class IndexPulse {
    private final ElasticsearchClient elasticsearch;
    private final GuardedSearch guard;
    private final IndexSettings settings;

    IndexPulse(SearchClient client, GuardedSearch guard, IndexSettings settings) {
        this.elasticsearch = client.elasticsearch();
        this.guard = guard;
        this.settings = settings;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.SECONDS)
    void feel() {
        try {
            guard.run(() -> elasticsearch.count(count -> count.index(settings.alias(SearchIndex.OFFERS))));
        } catch (RuntimeException itIsAway) {
            // the guard has noted it
        }
    }
}
