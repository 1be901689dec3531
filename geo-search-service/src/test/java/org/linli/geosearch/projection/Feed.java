package org.linli.geosearch.projection;

import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.linli.events.EventEnvelope;
import org.linli.geosearch.fixtures.Broker;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.fixtures.Samples.Offer;
import org.linli.starter.Ids;

/** Applies events at once, without the way through Kafka, and makes them visible. */
public final class Feed {
    private static final int BATCH = 500;

    /** So many keys that none of the few partitions is left out. */
    private static final int MARKERS = 60;

    private Feed() {}

    public static void apply(RunningService service, List<EventEnvelope> events) {
        Projector projector = service.bean(Projector.class);
        for (int from = 0; from < events.size(); from += BATCH) {
            Storing.Changes changes = new Storing.Changes();
            events.subList(from, Math.min(from + BATCH, events.size()))
                    .forEach(event -> changes.add(event.data().orElseThrow(), event.sequence()));
            projector.apply(changes);
            // What the feed of events would do; the listener's thread is not here.
            service.beans(CellFeed.class).forEach(feed -> feed.apply(changes));
        }
        refresh(service);
    }

    public static void apply(RunningService service, EventEnvelope... events) {
        apply(service, List.of(events));
    }

    /** Waits until all that was published up to here was applied: on every partition a marker has come through. */
    public static void awaitCaughtUp(RunningService service) {
        Views views = service.bean(Views.class);
        List<Offer> markers = new ArrayList<>();
        for (int i = 0; i < MARKERS; i++) {
            Offer marker = Samples.anOffer(Ids.next(), "nobody");
            markers.add(marker);
            Broker.publish(
                    marker.event(1),
                    marker.claimed(50, 2),
                    Samples.aMerchant(marker.id()).being("SUSPENDED").event(1));
        }
        List<String> ids = markers.stream().map(Offer::id).toList();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(25))
                .until(() -> views.offers.find(ids).size() == MARKERS
                        && views.stocks.find(ids).size() == MARKERS
                        && views.merchants.find(ids).size() == MARKERS);
        refresh(service);
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
