package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.projection.Feed;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import tools.jackson.databind.JsonNode;

/** Rules G-1 and G-4 with the map cells in memory: whatever changes, the answer is that of the index, and in time. */
class CellRules {
    private static final RunningService CELLS = RunningService.shared();
    private static final RunningService INDEX_ONLY = RunningService.besides(CELLS, "--linli.cells.enabled=false");

    @Property(tries = 12, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void after_any_change_the_cells_answer_what_the_index_answers(
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        // Small seeds come often, in every rule: cities of its own, because it changes them.
        Random random = new Random(seed ^ 0x63656C6C73L);
        City city = new City(random);
        Feed.apply(CELLS, city.events);
        for (int round = 0; round < 6; round++) {
            compare(city, random);
            List<EventEnvelope> changes = new ArrayList<>();
            int happenings = random.nextInt(8);
            for (int i = 1; i <= happenings; i++) {
                city.change(changes, 100L * (round + 1) + i);
            }
            java.util.Collections.shuffle(changes, random);
            Feed.apply(CELLS, changes);
        }
        compare(city, random);
    }

    private static void compare(City city, Random random) {
        String sort = List.of("distance", "discount", "popularity", "ending").get(random.nextInt(4));
        Object[] offers = {
            "lat",
            city.centre.lat(),
            "lng",
            city.centre.lng(),
            "radius",
            100 + random.nextInt(4_900),
            "size",
            1 + random.nextInt(100),
            "facets",
            "true",
            "sort",
            sort,
            "minStock",
            1 + random.nextInt(2)
        };
        awaitCells(offers);
        assertThat(CELLS.http().allPages("offers", offers))
                .isEqualTo(INDEX_ONLY.http().allPages("offers", offers));
        assertThat(CELLS.http().offers(offers).body().get("facets"))
                .isEqualTo(INDEX_ONLY.http().offers(offers).body().get("facets"));
        Object[] branch = {"branchId", city.branchId, "size", 100, "facets", "true"};
        assertThat(CELLS.http().allPages("merchants", branch))
                .isEqualTo(INDEX_ONLY.http().allPages("merchants", branch));
        assertThat(CELLS.http().merchants(branch).body().get("facets"))
                .isEqualTo(INDEX_ONLY.http().merchants(branch).body().get("facets"));
    }

    /** Asks until memory answers. */
    private static void awaitCells(Object... query) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    double before = hits();
                    CELLS.http().offers(query);
                    return hits() > before;
                });
    }

    private static double hits() {
        return CELLS.bean(io.micrometer.core.instrument.MeterRegistry.class)
                .counter("linli.search.cells", "result", "hit")
                .count();
    }

    @Test
    void with_the_index_away_known_cells_answer_and_say_so_others_are_503() throws Exception {
        try (IndexGate gate = IndexGate.to(LocalStack.elasticsearchUrl());
                RunningService service = RunningService.start(gate.url(), "--linli.index.search-timeout=15s")) {
            service.awaitSearchable();
            String merchant = Ids.next();
            Feed.apply(
                    service,
                    Samples.aMerchant(merchant).at(36, 100).event(1),
                    Samples.anOffer(Ids.next(), merchant).event(1));
            await().atMost(Duration.ofSeconds(20)).until(() -> offersAreKnown(service));

            gate.close();

            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            service.http().offers("lat", 36, "lng", 100).body().has("stale"));
            assertThat(service.http().offers("lat", 36, "lng", 100).items()).hasSize(1);
            Http.Answer elsewhere = service.http().offers("lat", 36, "lng", 100, "q", "八折");
            assertThat(elsewhere.status()).isEqualTo(503);
            assertThat(elsewhere.headers().firstValue("Retry-After")).isPresent();

            gate.open();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> service.http()
                                    .offers("lat", 36, "lng", 100, "q", "八折")
                                    .status()
                            == 200);
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            !service.http().offers("lat", 36, "lng", 100).body().has("stale"));
        }
    }

    private static boolean offersAreKnown(RunningService service) {
        var counter = service.bean(io.micrometer.core.instrument.MeterRegistry.class)
                .counter("linli.search.cells", "result", "hit");
        double before = counter.count();
        service.http().offers("lat", 36, "lng", 100);
        return counter.count() > before;
    }

    @Test
    void every_instance_hears_of_a_change_through_the_events() {
        try (RunningService one =
                        RunningService.start(LocalStack.elasticsearchUrl(), "--linli.index.search-timeout=15s");
                RunningService other = RunningService.besides(one)) {
            one.awaitSearchable();
            other.awaitSearchable();
            String merchant = Ids.next();
            Samples.Offer offer = Samples.anOffer(Ids.next(), merchant);
            org.linli.geosearch.fixtures.Broker.publish(
                    Samples.aMerchant(merchant).at(37, 101).event(1), offer.event(1));
            for (RunningService service : List.of(one, other)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> found(service).size() == 1);
            }
            org.linli.geosearch.fixtures.Broker.publish(offer.being("PAUSED").event(2));
            for (RunningService service : List.of(one, other)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> found(service).isEmpty());
            }
        }
    }

    private static List<JsonNode> found(RunningService service) {
        return service.http().offers("lat", 37, "lng", 101).items();
    }
}
