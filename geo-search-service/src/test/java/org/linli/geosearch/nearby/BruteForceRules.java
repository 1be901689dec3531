package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.projection.Feed;
import tools.jackson.databind.JsonNode;

/** Rules G-1 and G-2: results equal brute force over all that is live, page by page, in order, in every system. */
class BruteForceRules {
    private static final int QUESTIONS = 8;
    private static final long ANOTHER = 0x6D61726B6574L;

    private static final RunningService SERVICE = RunningService.shared();
    private static final RunningService INDEX_ONLY = RunningService.besides(SERVICE, "--linli.cells.enabled=false");

    @Property(tries = 25, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whatever_is_asked_the_answer_is_what_brute_force_finds(@ForAll long seed) {
        Random random = new Random(seed);
        City city = new City(random);
        Feed.apply(SERVICE, city.events);
        for (int i = 0; i < QUESTIONS; i++) {
            Asked asked = Asked.at(city, random);
            City.Searcher searcher = City.Searcher.any(random);
            var offers = city.oracle.offers(asked.question, searcher.audiences(), Samples.NOON);
            var merchants = city.oracle.merchants(asked.merchantQuestion());
            // The second time it is known how far a page reaches, and the index is asked for less.
            for (RunningService service : List.of(SERVICE, INDEX_ONLY, INDEX_ONLY)) {
                Http http = service.http().as(searcher.token());
                compare(http, "offers", "offerId", asked, offers);
                compare(http, "merchants", "merchantId", asked, merchants);
            }
        }
    }

    /** What is known of the market bounds what is looked at beside it, and must not bound what is found. */
    @Property(tries = 6, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void beside_a_crowd_what_is_further_away_is_not_missed(@ForAll long seed) {
        // Small seeds come often, in every rule: a city of its own, not another rule's with a market.
        Random random = new Random(seed ^ ANOTHER);
        City city = City.withMarket(random);
        Feed.apply(SERVICE, city.events);
        Http http = INDEX_ONLY.http().as(null);
        for (int i = 0; i < 3 * QUESTIONS; i++) {
            Oracle.Place from = Oracle.away(city.centre, random.nextInt(300), random.nextDouble() * 360);
            Oracle.Question question = new Oracle.Question(from, 2_500.0, null, 0, null, null, null);
            Object[] query = {"lat", from.lat(), "lng", from.lng(), "size", 1 + random.nextInt(30)};
            compare(
                    http,
                    "offers",
                    "offerId",
                    new Asked(question, query, 1e-6),
                    city.oracle.offers(question, Set.of(), Samples.NOON));
        }
    }

    /** A question in the oracle's words and the same one as a query string. */
    private record Asked(Oracle.Question question, Object[] query, double tolerance) {

        static Asked at(City city, Random random) {
            String crs = List.of("GCJ02", "GCJ02", "WGS84", "BD09").get(random.nextInt(4));
            // Not from the very centre in BD-09: the way back moves it by more than the hair at the edge.
            int steps = random.nextInt(3) + (crs.equals("BD09") ? 1 : 0);
            Oracle.Place given = Oracle.away(city.centre, steps * 700, random.nextDouble() * 360);
            Oracle.Place from = given;
            Oracle.Place sent = given;
            if (crs.equals("WGS84")) {
                from = Oracle.mars(given);
            } else if (crs.equals("BD09")) {
                sent = Oracle.baidu(given);
            }
            boolean inBranch = random.nextInt(3) == 0;
            boolean withPoint = !inBranch || random.nextBoolean();
            Double radius = random.nextBoolean() ? 100.0 + random.nextInt(4_901) : null;
            List<Object> query = new ArrayList<>(List.of("crs", crs, "size", 1 + random.nextInt(100)));
            if (withPoint) {
                query.addAll(List.of("lat", sent.lat(), "lng", sent.lng()));
            }
            if (inBranch) {
                query.addAll(List.of("branchId", city.branchId));
            }
            if (radius != null) {
                query.addAll(List.of("radius", radius));
            }
            String category = maybe(City.CATEGORIES, "category", query, random);
            String kind = maybe(City.KINDS, "kind", query, random);
            String word = maybe(City.WORDS, "q", query, random);
            return new Asked(
                    new Oracle.Question(
                            withPoint ? from : city.branch,
                            radius == null && !inBranch ? Double.valueOf(2_500) : radius,
                            inBranch ? city.branch : null,
                            city.branchRadius,
                            category,
                            kind,
                            word),
                    query.toArray(),
                    crs.equals("GCJ02") || !withPoint ? 1e-6 : 0.001);
        }

        private static String maybe(List<String> values, String name, List<Object> query, Random random) {
            if (random.nextInt(3) > 0) {
                return null;
            }
            String value = values.get(random.nextInt(values.size()));
            query.addAll(List.of(name, value));
            return value;
        }

        /** Merchants have no kind: it is not looked at. */
        Oracle.Question merchantQuestion() {
            return new Oracle.Question(
                    question.from(),
                    question.radius(),
                    question.branch(),
                    question.branchRadius(),
                    question.category(),
                    null,
                    question.word());
        }
    }

    private void compare(Http http, String list, String id, Asked asked, List<Oracle.Found> expected) {
        List<JsonNode> items = http.allPages(list, asked.query);
        List<String> ids = items.stream().map(item -> item.get(id).asString()).toList();
        List<Double> meters = items.stream()
                .map(item -> item.get("distanceMeters").asDouble())
                .toList();

        // Two right formulas, and a conversion, differ in the last bits: the set is the oracle's, the order that of the
        // told distances.
        assertThat(ids)
                .as("%s of %s", list, asked.question)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(Oracle.Found::id).toList());
        assertThat(items)
                .isSortedAccordingTo(Comparator.comparingDouble(
                                (JsonNode item) -> item.get("distanceMeters").asDouble())
                        .thenComparing(item -> item.get(id).asString()));
        var oracleMeters = expected.stream().collect(Collectors.toMap(Oracle.Found::id, Oracle.Found::meters));
        for (int i = 0; i < ids.size(); i++) {
            assertThat(meters.get(i)).isCloseTo(oracleMeters.get(ids.get(i)), within(asked.tolerance));
        }
    }
}
