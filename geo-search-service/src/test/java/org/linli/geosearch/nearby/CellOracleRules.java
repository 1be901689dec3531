package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.linli.events.EventEnvelope;
import org.linli.geosearch.fixtures.Broker;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.projection.Feed;
import org.linli.localstack.nodes.LocalStack;

/**
 * Rules G-1 and G-4: what memory answers is what brute force finds, in every instance, while things change and events
 * arrive over the broker in any order. The oracle shares no code with the search.
 */
class CellOracleRules {
    private static RunningService one;
    private static RunningService other;

    @BeforeContainer
    static void two_instances() {
        one = RunningService.start(LocalStack.elasticsearchUrl(), "--linli.index.search-timeout=15s");
        other = RunningService.besides(one);
        one.awaitSearchable();
        other.awaitSearchable();
    }

    @AfterContainer
    static void stop() {
        other.close();
        one.close();
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE) // a city twice would be older
    void every_instance_answers_from_memory_what_brute_force_finds(
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Random random = new Random(seed);
        City city = new City(random);
        publish(city.events);
        Feed.awaitCaughtUp(one);
        for (int round = 1; round <= 4; round++) {
            List<Oracle.Question> questions = List.of(question(city, random), question(city, random));
            for (Oracle.Question question : questions) {
                City.Searcher searcher = City.Searcher.any(random);
                answersLikeBruteForce(one, city, question, searcher);
                answersLikeBruteForce(other, city, question, searcher);
            }
            List<EventEnvelope> changes = new ArrayList<>();
            int happenings = random.nextInt(12);
            for (int i = 1; i <= happenings; i++) {
                city.change(changes, 100L * round + i);
            }
            Collections.shuffle(changes, random);
            publish(changes);
        }
    }

    private static void publish(List<EventEnvelope> events) {
        Broker.publish(events.toArray(EventEnvelope[]::new));
    }

    private static Oracle.Question question(City city, Random random) {
        Oracle.Place from = Oracle.away(city.centre, random.nextInt(1_500), random.nextDouble() * 360);
        String category = random.nextInt(3) == 0 ? City.CATEGORIES.get(random.nextInt(6)) : null;
        return new Oracle.Question(from, 100.0 + random.nextInt(4_900), null, 0, category, null, null);
    }

    /** The change is on its way: in time, and then exactly; and it was memory that answered. */
    private static void answersLikeBruteForce(
            RunningService service, City city, Oracle.Question question, City.Searcher searcher) {
        List<String> expected = city.oracle.offers(question, searcher.audiences(), Samples.NOON).stream()
                .map(Oracle.Found::id)
                .toList();
        List<Object> query = new ArrayList<>(List.of("lat", question.from().lat(), "lng"));
        query.addAll(List.of(question.from().lng(), "radius", question.radius(), "size", 17));
        if (question.category() != null) {
            query.addAll(List.of("category", question.category()));
        }
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> {
                    double misses = count(service, "miss");
                    List<String> found =
                            service.http().as(searcher.token()).allPages("offers", query.toArray()).stream()
                                    .map(item -> item.get("offerId").asString())
                                    .toList();
                    assertThat(count(service, "miss"))
                            .as("answered by the index")
                            .isEqualTo(misses);
                    assertThat(found).isEqualTo(expected);
                });
    }

    private static double count(RunningService service, String result) {
        return service.bean(MeterRegistry.class)
                .counter("linli.search.cells", "result", result)
                .count();
    }
}
