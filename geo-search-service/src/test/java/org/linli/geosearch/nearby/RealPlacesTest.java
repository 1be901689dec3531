package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.fixtures.Samples.Merchant;
import org.linli.geosearch.fixtures.Samples.Offer;
import org.linli.geosearch.projection.Feed;
import tools.jackson.databind.JsonNode;

/** Twelve thousand real shops on seven kilometres, many at one address: search and brute force agree on every page. */
class RealPlacesTest {
    private static final RunningService SERVICE = RunningService.shared();
    private static final Oracle ORACLE = new Oracle();
    private static final Map<String, String> CATEGORIES =
            Map.of("餐饮服务", "餐饮", "购物服务", "购物", "生活服务", "生活服务", "体育休闲服务", "运动休闲", "住宿服务", "住宿");

    private record Row(String name, String category, Oracle.Place wgs, Oracle.Place gcj, Oracle.Place bd) {}

    @BeforeAll
    static void all_shops_of_the_file() throws IOException {
        Path file = file();
        assumeThat(file).as("real places; set LINLI_SHARED_DATA to run this").exists();
        List<EventEnvelope> events = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 1; i < lines.size(); i++) {
            Row row = row(lines.get(i));
            if (row != null) {
                Merchant merchant = Samples.aMerchant("real-" + i)
                        .named(row.name)
                        .in(row.category)
                        .at(row.gcj.lat(), row.gcj.lng());
                Offer offer = Samples.anOffer("real-offer-" + i, merchant.id()).of("PERCENT", row.category);
                ORACLE.merchants.put(merchant.id(), merchant);
                ORACLE.offers.put(offer.id(), offer);
                events.add(merchant.event(1));
                events.add(offer.event(1));
            }
        }
        Feed.apply(SERVICE, events);
    }

    private static Path file() {
        String shared = System.getenv("LINLI_SHARED_DATA");
        return (shared == null ? Path.of("..", "..", "shared", "data") : Path.of(shared))
                .resolve("pois")
                .resolve("hangzhou.csv");
    }

    /** name,address,category, then longitude and latitude in three systems; names may hold quoted commas. */
    private static Row row(String line) {
        List<String> cells = cells(line);
        String first = cells.get(2).split("[;|]")[0];
        if (!CATEGORIES.containsKey(first) || cells.get(0).isBlank()) {
            return null;
        }
        return new Row(cells.get(0), CATEGORIES.get(first), place(cells, 3), place(cells, 5), place(cells, 7));
    }

    private static Oracle.Place place(List<String> cells, int at) {
        return new Oracle.Place(Double.parseDouble(cells.get(at + 1)), Double.parseDouble(cells.get(at)));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    @Test
    void there_are_about_twelve_thousand() {
        assertThat(ORACLE.merchants).hasSizeBetween(11_000, 13_500);
    }

    @Test
    void every_page_at_the_lake_equals_brute_force() {
        compare(new Oracle.Place(30.2557, 120.1653), 1_000, null, null);
    }

    @Test
    void every_page_of_the_largest_radius_equals_brute_force() {
        compare(new Oracle.Place(30.2456, 120.1910), 5_000, "餐饮", null);
    }

    @Test
    void every_page_of_a_keyword_equals_brute_force() {
        compare(new Oracle.Place(30.2456, 120.1780), 3_000, null, "面馆");
        compare(new Oracle.Place(30.2456, 120.1780), 5_000, "购物", "店");
    }

    @Test
    void a_shop_asked_for_at_its_own_place_in_any_system_is_right_there() throws IOException {
        List<String> lines = Files.readAllLines(file(), StandardCharsets.UTF_8);
        for (int i = 1; i < lines.size(); i += 997) {
            Row row = row(lines.get(i));
            if (row != null) {
                // The file's own conversions are good to a metre or two.
                assertThat(nearest(row.wgs, "WGS84")).isLessThan(3);
                assertThat(nearest(row.bd, "BD09")).isLessThan(3);
                assertThat(nearest(row.gcj, "GCJ02")).isZero();
            }
        }
    }

    @Test
    void memory_equals_brute_force_while_shops_and_offers_change() {
        Random random = new Random(5);
        List<String> offers = ORACLE.offers.keySet().stream().sorted().toList();
        Oracle.Place lake = new Oracle.Place(30.2557, 120.1653);
        for (int round = 1; round <= 5; round++) {
            List<EventEnvelope> events = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                Offer offer = ORACLE.offers
                        .get(offers.get(random.nextInt(offers.size())))
                        .being(random.nextBoolean() ? "PAUSED" : "LIVE");
                Merchant merchant = ORACLE.merchants.get(offer.merchantId());
                Merchant moved = merchant.at(merchant.lat() + (random.nextInt(3) - 1) * 0.004, merchant.lng())
                        .being(random.nextInt(4) == 0 ? "SUSPENDED" : "APPROVED");
                ORACLE.offers.put(offer.id(), offer);
                ORACLE.merchants.put(moved.id(), moved);
                long sequence = 100L * round + i;
                events.add(offer.event(sequence));
                events.add(moved.event(sequence));
            }
            Feed.apply(SERVICE, events);
            awaitMemory(lake);
            compare(lake, 300 + random.nextInt(1_500), null, null);
            compare(lake, 1_000 + random.nextInt(1_500), "购物", null);
        }
    }

    private static void awaitMemory(Oracle.Place place) {
        var hits = SERVICE.bean(MeterRegistry.class).counter("linli.search.cells", "result", "hit");
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            double before = hits.count();
            SERVICE.http().offers("lat", place.lat(), "lng", place.lng(), "radius", 2_500);
            return hits.count() > before;
        });
    }

    private static double nearest(Oracle.Place place, String crs) {
        return SERVICE.http()
                .merchants("lat", place.lat(), "lng", place.lng(), "crs", crs, "radius", 100, "size", 1)
                .items()
                .get(0)
                .get("distanceMeters")
                .asDouble();
    }

    private static void compare(Oracle.Place from, double radius, String category, String word) {
        List<Object> query =
                new ArrayList<>(List.of("lat", from.lat(), "lng", from.lng(), "radius", radius, "size", 100));
        if (category != null) {
            query.addAll(List.of("category", category));
        }
        if (word != null) {
            query.addAll(List.of("q", word));
        }
        List<JsonNode> items = SERVICE.http().allPages("offers", query.toArray());
        var expected =
                ORACLE.offers(new Oracle.Question(from, radius, null, 0, category, null, word), Set.of(), Samples.NOON);

        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(items.stream().map(item -> item.get("offerId").asString()).toList())
                .isEqualTo(expected.stream().map(Oracle.Found::id).toList());
    }
}
