package org.linli.geosearch.projection;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.linli.events.EventEnvelope;
import org.linli.geosearch.fixtures.RunningService;

/** Applies events at once, without the way through Kafka, and makes them visible. */
public final class Feed {
    private static final int BATCH = 500;

    private Feed() {}

    public static void apply(RunningService service, List<EventEnvelope> events) {
        Projector projector = service.bean(Projector.class);
        for (int from = 0; from < events.size(); from += BATCH) {
            Projector.Changes changes = new Projector.Changes();
            events.subList(from, Math.min(from + BATCH, events.size()))
                    .forEach(event -> changes.add(event.data().orElseThrow(), event.sequence()));
            projector.apply(changes);
        }
        refresh(service);
    }

    public static void apply(RunningService service, EventEnvelope... events) {
        apply(service, List.of(events));
    }

    public static void refresh(RunningService service) {
        try {
            service.bean(ElasticsearchClient.class)
                    .indices()
                    .refresh(r -> r.index(service.indexPrefix() + "offers", service.indexPrefix() + "merchants"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
