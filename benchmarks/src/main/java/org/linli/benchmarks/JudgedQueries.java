package org.linli.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * A street of shops and 120 judged queries over it: an offer of the very thing is worth 3, one of a shop for the thing
 * 2, another one nothing. The same list is used by geo-search-service's own test.
 */
final class JudgedQueries {
    private static final double LAT = 25.5;
    private static final double LNG = 101.5;
    private static final int SEEN = 10;
    private static final List<String> FRONTS = List.of("张记", "老城", "阳光", "金色", "四季");

    private final List<String[]> things = read();
    private final Map<String, Map<String, Integer>> worth = new HashMap<>();
    private String lastOffer = "";

    record Quality(int queries, double ndcg) {}

    private static List<String[]> read() {
        try (InputStream csv = Objects.requireNonNull(JudgedQueries.class.getResourceAsStream("judged-things.csv"))) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void build(EventSender sender) {
        for (int i = 0; i < things.size(); i++) {
            for (int j = 0; j < FRONTS.size(); j++) {
                String shop = things.get(i)[0];
                String sold = j < 3 ? shop : things.get((i + j) % things.size())[0];
                String id = "j" + i + "-" + j;
                worth.computeIfAbsent(shop, same -> new HashMap<>()).merge(id, 2, Math::max);
                worth.computeIfAbsent(sold, same -> new HashMap<>()).merge(id, 3, Math::max);
                sender.merchant(id, FRONTS.get(j) + shop, LAT, LNG + 1e-4 * j);
                EventSender.await(sender.offer(id, id, sold + "特惠", true, 1));
                lastOffer = id;
            }
        }
    }

    /** Asked again until the whole street is there. */
    Quality ask(URI search) {
        try (Wire wire = new Wire(search)) {
            byte[] all = Wire.get("/api/v1/nearby/offers?size=100&lat=" + LAT + "&lng=" + LNG);
            long end = System.nanoTime() + 60_000_000_000L;
            while (RunningPlatform.JSON
                            .readTree(wire.ask(all).body())
                            .path("items")
                            .size()
                    < things.size() * FRONTS.size()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("the street up to " + lastOffer + " is not in search");
                }
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
            List<Double> gains = new ArrayList<>();
            for (String[] thing : things) {
                for (String query : queries(thing)) {
                    gains.add(gain(wire, query, thing[0], query.contains("张记")));
                }
            }
            return new Quality(
                    gains.size(),
                    gains.stream().mapToDouble(Double::doubleValue).average().orElse(0));
        }
    }

    /** As it is written, pinyin, initials, traditional, with a typing error, by sound, in capitals, half typed, and with a name. */
    private static List<String> queries(String[] thing) {
        List<String> queries = new ArrayList<>(List.of(thing));
        queries.add(thing[1].toUpperCase(java.util.Locale.ROOT));
        queries.add(thing[1].substring(0, 4));
        queries.add(FRONTS.get(0) + thing[0]);
        queries.add(thing[2] + " 张记");
        return queries;
    }

    private double gain(Wire wire, String query, String thing, boolean ofZhang) {
        Map<String, Integer> values = new HashMap<>(Objects.requireNonNull(worth.get(thing)));
        values.keySet().removeIf(id -> ofZhang && !id.endsWith("-0"));
        String path = "/api/v1/nearby/offers?sort=relevance&size=" + SEEN + "&lat=" + LAT + "&lng=" + LNG + "&q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8);
        List<Integer> found = new ArrayList<>();
        for (JsonNode item :
                RunningPlatform.JSON.readTree(wire.ask(Wire.get(path)).body()).path("items")) {
            found.add(values.getOrDefault(item.path("offerId").asString(), 0));
        }
        List<Integer> best =
                values.values().stream().sorted(Comparator.reverseOrder()).toList();
        return gain(found) / gain(best);
    }

    private static double gain(List<Integer> values) {
        double sum = 0;
        for (int i = 0; i < Math.min(SEEN, values.size()); i++) {
            sum += (Math.pow(2, values.get(i)) - 1) / (Math.log(i + 2.0) / Math.log(2));
        }
        return sum;
    }
}
