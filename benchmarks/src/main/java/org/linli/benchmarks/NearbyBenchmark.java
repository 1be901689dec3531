package org.linli.benchmarks;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Nearby offers at a fixed rate over points around a centre, beside the raw Elasticsearch query in the same run. */
@Command(name = "nearby", description = "latency of nearby search, beside the raw index query")
final class NearbyBenchmark implements Callable<Integer> {
    private static final String OK = "200";

    @Option(names = "--rate", description = "requests per second")
    private int rate = 50;

    @Option(names = "--seconds")
    private int seconds = 30;

    @Option(names = "--clients", description = "how many ask one after the other, for the throughput")
    private int clients = 16;

    @Option(names = "--requests", description = "how many in all, for the throughput")
    private int requests = 10_000;

    @Option(names = "--lat", description = "centre, GCJ-02; the points lie up to 5 km around it")
    private double lat = 30.2592;

    @Option(names = "--lng")
    private double lng = 120.1635;

    @Option(names = "--elasticsearch")
    private String elasticsearch = "http://127.0.0.1:9200";

    @Override
    public Integer call() {
        RunningPlatform platform = new RunningPlatform();
        OpenLoop load = new OpenLoop(platform);
        SplittableRandom dice = new SplittableRandom(1);
        List<double[]> points = dice.doubles(1_000)
                .mapToObj(any ->
                        new double[] {lat + (dice.nextDouble() - 0.5) / 11, lng + (dice.nextDouble() - 0.5) / 10})
                .toList();
        load.run(rate, 5, i -> nearby(platform, points.get(i % points.size())));
        OpenLoop.Result raw = load.run(rate, seconds, i -> rawQuery(platform, points.get(i % points.size())));
        OpenLoop.Result nearby = load.run(rate, seconds, i -> nearby(platform, points.get(i % points.size())));
        System.out.println("raw index query  " + raw.text());
        System.out.println("nearby/offers    " + nearby.text());
        System.out.printf(
                "ratio p50 %.2f, p95 %.2f%n", nearby.millis(50) / raw.millis(50), nearby.millis(95) / raw.millis(95));
        boolean sound = throughput(platform, points);
        return nearby.failed() == 0 && sound ? 0 : 1;
    }

    /** Started with SEARCH_CELLS=false the platform asks the index every time; otherwise memory has seen all points by now. */
    private boolean throughput(RunningPlatform platform, List<double[]> points) {
        ClosedLoop.Result raw = ClosedLoop.run(
                clients, requests, i -> status(platform, rawQuery(platform, points.get(i % points.size()))));
        ClosedLoop.Result nearby = ClosedLoop.run(
                clients, requests, i -> status(platform, nearby(platform, points.get(i % points.size()))));
        System.out.println("raw index query  " + raw.text(OK));
        System.out.println("nearby/offers    " + nearby.text(OK));
        System.out.printf("ratio of throughput %.2f%n", nearby.perSecond(OK) / raw.perSecond(OK));
        return nearby.outcomes().keySet().equals(Set.of(OK));
    }

    private static String status(RunningPlatform platform, HttpRequest request) {
        return String.valueOf(platform.send(request).join());
    }

    private static HttpRequest nearby(RunningPlatform platform, double[] point) {
        String path = "/api/v1/nearby/offers?radius=2500&size=20&lat=" + point[0] + "&lng=" + point[1];
        return platform.request("GET", path, null, null, null);
    }

    private HttpRequest rawQuery(RunningPlatform platform, double[] point) {
        Map<String, Object> at = Map.of("lat", point[0], "lon", point[1]);
        Map<String, Object> query = Map.of(
                "size",
                20,
                "track_total_hits",
                false,
                "query",
                Map.of(
                        "bool",
                        Map.of("filter", List.of(Map.of("geo_distance", Map.of("distance", "2501m", "location", at))))),
                "sort",
                List.of(Map.of("_geo_distance", Map.of("location", at, "order", "asc"))));
        return platform.request("POST", elasticsearch + "/offers/_search", query, null, null);
    }
}
