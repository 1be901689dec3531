package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.events.MerchantEvent;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.projection.Feed;
import org.linli.localstack.nodes.LocalStack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real change: one chain in June 2023 and in January 2024. Only what changed is written again, and all of it. */
class RealChangeTest {
    private static final Oracle.Place[] CITIES = {
        new Oracle.Place(31.2304, 121.4737), new Oracle.Place(39.9087, 116.3975), new Oracle.Place(30.2741, 120.1551)
    };

    private record Shop(String id, String name, double lat, double lng) {
        Samples.Merchant merchant() {
            return Samples.aMerchant("sb-" + id).named(name).at(lat, lng);
        }
    }

    @Test
    void between_two_snapshots_only_what_changed_is_written_again() throws IOException {
        Map<String, Shop> before = snapshot("starbucks-2023-06.json");
        Map<String, Shop> after = snapshot("starbucks-2024-01.json");
        Set<String> moved = differing(before, after, true);
        Set<String> renamed = differing(before, after, false);
        Set<String> opened = without(after.keySet(), before.keySet());
        Set<String> closed = without(before.keySet(), after.keySet());
        assertThat(List.of(opened.size(), closed.size(), moved.size(), renamed.size()))
                .containsExactly(654, 46, 218, 58);

        try (RunningService service =
                RunningService.start(LocalStack.elasticsearchUrl(), "--linli.index.search-timeout=15s")) {
            service.awaitSearchable();
            Feed.apply(
                    service,
                    before.values().stream()
                            .map(shop -> shop.merchant().event(1))
                            .toList());
            equalsBruteForce(service, before);
            Map<String, Long> written = writes(service);
            List<EventEnvelope> events = changes(before, after, moved, renamed, opened, closed);
            Collections.shuffle(events, new Random(1));
            Feed.apply(service, events);
            // Repeated and late events: nothing may come of them.
            Feed.apply(service, events);

            equalsBruteForce(service, after);
            Set<String> touched = new HashSet<>(moved);
            List.of(renamed, opened, closed).forEach(touched::addAll);
            Set<String> again = writes(service).entrySet().stream()
                    .filter(write -> !write.getValue().equals(written.get(write.getKey())))
                    .map(write -> write.getKey().substring("sb-".length()))
                    .collect(Collectors.toSet());
            assertThat(again).isEqualTo(touched);
        }
    }

    private static List<EventEnvelope> changes(
            Map<String, Shop> before,
            Map<String, Shop> after,
            Set<String> moved,
            Set<String> renamed,
            Set<String> opened,
            Set<String> closed) {
        List<EventEnvelope> events = new ArrayList<>();
        opened.forEach(id -> events.add(after.get(id).merchant().event(1)));
        closed.forEach(
                id -> events.add(before.get(id).merchant().being("CLOSED").event(2, MerchantEvent.Closed::new)));
        Set<String> changed = new HashSet<>(moved);
        changed.addAll(renamed);
        changed.forEach(id -> events.add(after.get(id).merchant().event(2, MerchantEvent.Moved::new)));
        return events;
    }

    private static Set<String> differing(Map<String, Shop> before, Map<String, Shop> after, boolean byPlace) {
        Set<String> differing = new HashSet<>();
        before.forEach((id, was) -> {
            Shop is = after.get(id);
            if (is != null && (byPlace ? was.lat != is.lat || was.lng != is.lng : !was.name.equals(is.name))) {
                differing.add(id);
            }
        });
        return differing;
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        Set<String> left = new HashSet<>(all);
        left.removeAll(those);
        return left;
    }

    private static void equalsBruteForce(RunningService service, Map<String, Shop> shops) {
        Oracle oracle = new Oracle();
        shops.values().forEach(shop -> oracle.merchants.put("sb-" + shop.id, shop.merchant()));
        for (Oracle.Place city : CITIES) {
            List<String> expected =
                    oracle.merchants(new Oracle.Question(city, 5_000.0, null, 0, null, null, null)).stream()
                            .map(Oracle.Found::id)
                            .toList();
            assertThat(expected).hasSizeGreaterThan(20);
            // The first time the index answers, later memory does.
            for (int time = 0; time < 3; time++) {
                assertThat(service
                                .http()
                                .allPages(
                                        "merchants", "lat", city.lat(), "lng", city.lng(), "radius", 5_000, "size", 100)
                                .stream()
                                .map(item -> item.get("merchantId").asString())
                                .toList())
                        .isEqualTo(expected);
            }
        }
    }

    /** By id the sequence number of the document's last write. */
    private static Map<String, Long> writes(RunningService service) throws IOException {
        ElasticsearchClient index = service.bean(ElasticsearchClient.class);
        // Memory may have told of changes that the index shows only at its next refresh.
        index.indices().refresh(refresh -> refresh.index(service.indexPrefix() + "merchants"));
        SearchResponse<Void> all = index.search(
                search -> search.index(service.indexPrefix() + "merchants")
                        .size(10_000)
                        .source(source -> source.fetch(false))
                        .seqNoPrimaryTerm(true)
                        .query(query -> query.matchAll(every -> every)),
                Void.class);
        Map<String, Long> writes = new HashMap<>();
        all.hits().hits().forEach(hit -> writes.put(hit.id(), hit.seqNo()));
        return writes;
    }

    private static Map<String, Shop> snapshot(String name) throws IOException {
        String shared = System.getenv("LINLI_SHARED_DATA");
        Path file = (shared == null ? Path.of("../../shared/data") : Path.of(shared))
                .resolve("pois")
                .resolve(name);
        assumeThat(file).as("SKIPPED: real places, %s", file).exists();
        Map<String, Shop> shops = new HashMap<>();
        for (JsonNode shop : JsonMapper.builder().build().readTree(file.toFile())) {
            JsonNode at = shop.get("coordinates");
            shops.put(
                    shop.get("id").asString(),
                    new Shop(
                            shop.get("id").asString(),
                            shop.get("name").asString(),
                            at.get("latitude").asDouble(),
                            at.get("longitude").asDouble()));
        }
        return shops;
    }
}
