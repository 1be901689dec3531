package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.projection.Feed;
import org.linli.localstack.nodes.RepositoryRoot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rule G-3, ranking: a generated street and 120 judged queries. An offer of the very thing is worth 3, one of a shop for
 * the thing 2, another one nothing; judged by the words the street was made of, not by the search. Tells the nDCG@10.
 */
class JudgedQueriesTest {
    private static final Logger log = LoggerFactory.getLogger(JudgedQueriesTest.class);
    private static final double LAT = 21.5;
    private static final double LNG = 105.5;
    private static final int SEEN = 10;

    /** A thing as it is written, and as people type it: pinyin, initials, traditional, with a typing error, by sound. */
    private record Thing(String name, String pinyin, String initials, String traditional, String typo, String sound) {
        List<String> typed() {
            return List.of(
                    name, pinyin, initials, traditional, typo, sound, pinyin.toUpperCase(), pinyin.substring(0, 4));
        }
    }

    /** The same list as the benchmark's. */
    private static final List<Thing> THINGS = things();

    private static final List<String> FRONTS = List.of("张记", "老城", "阳光", "金色", "四季");

    /** What each offer is worth to somebody who looks for a thing. */
    private static final Map<String, Map<String, Integer>> WORTH = new LinkedHashMap<>();

    private static List<Thing> things() {
        try {
            return Files.readAllLines(RepositoryRoot.find()
                            .resolve("benchmarks/src/main/resources/org/linli/benchmarks/judged-things.csv"))
                    .stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Thing(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void a_street() {
        List<EventEnvelope> events = new ArrayList<>();
        for (int i = 0; i < THINGS.size(); i++) {
            for (int j = 0; j < FRONTS.size(); j++) {
                String shop = THINGS.get(i).name();
                String sold = j < 3 ? shop : THINGS.get((i + j) % THINGS.size()).name();
                String id = "j" + i + "-" + j;
                WORTH.computeIfAbsent(shop, same -> new LinkedHashMap<>()).merge(id, 2, Math::max);
                WORTH.computeIfAbsent(sold, same -> new LinkedHashMap<>()).merge(id, 3, Math::max);
                events.add(Samples.aMerchant(id)
                        .named(FRONTS.get(j) + shop)
                        .in("其他")
                        .at(LAT, LNG + 1e-4 * j)
                        .event(1));
                events.add(Samples.anOffer(id, id)
                        .titled(sold + "特惠")
                        .of("GIFT", "其他")
                        .event(1));
            }
        }
        Feed.apply(RunningService.shared(), events);
    }

    @Test
    void what_fits_best_comes_first() {
        List<Double> gains = new ArrayList<>();
        Map<String, Double> poor = new LinkedHashMap<>();
        for (Thing thing : THINGS) {
            List<String> queries = new ArrayList<>(thing.typed());
            queries.add(FRONTS.get(0) + thing.name());
            queries.add(thing.initials() + " 张记");
            for (String query : queries) {
                double gain = gain(query, thing, query.contains("张记"));
                gains.add(gain);
                if (gain < 0.8) {
                    poor.put(query, gain);
                }
            }
        }
        double mean = gains.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        log.info("nDCG@{} of {} queries: {} (below 0.8: {})", SEEN, gains.size(), mean, poor);
        assertThat(gains).hasSizeGreaterThanOrEqualTo(100);
        assertThat(mean).isGreaterThan(0.95);
    }

    private static double gain(String query, Thing thing, boolean ofZhang) {
        Map<String, Integer> worth = WORTH.get(thing.name()).entrySet().stream()
                .filter(entry -> !ofZhang || entry.getKey().endsWith("-0"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<String> found = RunningService.shared()
                .http()
                .offers("lat", LAT, "lng", LNG, "q", query, "sort", "relevance", "size", SEEN)
                .ids("offerId");
        List<Integer> best =
                worth.values().stream().sorted(Comparator.reverseOrder()).toList();
        return gain(found.stream().map(id -> worth.getOrDefault(id, 0)).toList()) / gain(best);
    }

    private static double gain(List<Integer> worth) {
        double sum = 0;
        for (int i = 0; i < Math.min(SEEN, worth.size()); i++) {
            sum += (Math.pow(2, worth.get(i)) - 1) / (Math.log(i + 2.0) / Math.log(2));
        }
        return sum;
    }
}
