package org.linli.benchmarks;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * The same questions to the raw index, to the service and to the gateway, in turn, in many short rounds: a machine that
 * grows slower meanwhile is slower for all of them. A ratio is the middle of the rounds' ratios, so that a bad second
 * meets one round and not one way; only of p99 it is that of all rounds together, for which one round is too short.
 */
final class NearbyComparison {
    private static final double RADIUS = 2_500;
    private static final int SIZE = 20;
    private static final int POINTS = 500;
    private static final int IN_TURN = 200;
    private static final int CHECK_EVERY = 37;
    private static final double DAY_SECONDS = 12;

    /** The middle one counts: a second in which the machine stood still spoils one of them. */
    private static final int DAYS = 5;

    /** What costs little is asked so much more often before it counts: until then the compiler is busy with it. */
    private static final int CHEAP = 4;

    /** @param index the service without, {@code memory} with map cells; each with a gateway before it */
    record Servers(URI index, URI memory, URI indexGateway, URI memoryGateway) {}

    private record Way(
            String name, NearbyLoad load, int warmUp, List<NearbyLoad.Result> one, List<NearbyLoad.Result> many) {
        double throughput() {
            return middle(IntStream.range(0, many.size())
                    .mapToDouble(round -> many.get(round).perSecond()));
        }

        /** The middle of all rounds: each is compared with what was asked beside it. */
        double throughputBeside(Way other) {
            return middle(IntStream.range(0, many.size())
                    .mapToDouble(round ->
                            many.get(round).perSecond() / other.many.get(round).perSecond()));
        }

        double p50Beside(Way other) {
            return middle(IntStream.range(0, one.size())
                    .mapToDouble(round ->
                            one.get(round).millis(50) / other.one.get(round).millis(50)));
        }

        private static double middle(DoubleStream rounds) {
            double[] all = rounds.sorted().toArray();
            return all[all.length / 2];
        }

        String spread() {
            double[] all = many.stream()
                    .mapToDouble(NearbyLoad.Result::perSecond)
                    .sorted()
                    .toArray();
            return String.format(Locale.ROOT, "%.0f-%.0f", all[0], all[all.length - 1]);
        }

        double millis(double percentile) {
            Histogram all = new Histogram(3);
            one.forEach(result -> all.add(result.micros()));
            return all.getValueAtPercentile(percentile) / 1e3;
        }

        int failed() {
            return one.stream().mapToInt(NearbyLoad.Result::failed).sum()
                    + many.stream().mapToInt(NearbyLoad.Result::failed).sum();
        }
    }

    private final Town town;
    private final List<double[]> points;
    private final NearbyCheck check;
    private final List<Way> ways;
    private final int clients;
    private final long circle;

    NearbyComparison(Town town, URI elasticsearch, Servers servers, int clients) {
        this.town = town;
        this.clients = clients;
        points = Standpoints.around(town, POINTS);
        circle = town.usualCircle(points, RADIUS);
        check = new NearbyCheck(town, points, RADIUS, SIZE, CHECK_EVERY);
        List<byte[]> api = points.stream().map(NearbyComparison::api).toList();
        String path = "/" + SearchStack.prefix(town.name()) + "offers/_search";
        List<byte[]> raw = points.stream().map(point -> raw(path, point)).toList();
        ways = List.of(
                way("raw Elasticsearch query", new NearbyLoad(elasticsearch, raw, (request, body) -> {}), 1),
                way("service, from the index", new NearbyLoad(servers.index, api, check), 1),
                way("gateway, from the index", new NearbyLoad(servers.indexGateway, api, check), 1),
                way("service, from memory", new NearbyLoad(servers.memory, api, check), CHEAP),
                way("gateway, from memory", new NearbyLoad(servers.memoryGateway, api, check), CHEAP));
    }

    private static Way way(String name, NearbyLoad load, int warmUp) {
        return new Way(name, load, warmUp, new ArrayList<>(), new ArrayList<>());
    }

    private static byte[] api(double[] point) {
        return Wire.get("/api/v1/nearby/offers?radius=2500&size=" + SIZE + "&lat=" + point[0] + "&lng=" + point[1]);
    }

    /** As little as can be asked: the circle and the order, no filter. */
    private static byte[] raw(String path, double[] point) {
        String at = "{\"lat\":" + point[0] + ",\"lon\":" + point[1] + "}";
        return Wire.send(
                "POST",
                path,
                "{\"size\":" + SIZE + ",\"track_total_hits\":false,\"query\":{\"bool\":{\"filter\":[{\"geo_distance\":"
                        + "{\"distance\":\"2501m\",\"location\":" + at
                        + "}}]}},\"sort\":[{\"_geo_distance\":{\"location\":"
                        + at + ",\"order\":\"asc\"}}]}");
    }

    /** @return whether every answer was 200 and every sampled one right */
    boolean run(int rounds, double seconds, int warmUp) {
        ways.forEach(way -> way.load.inTurn(0, POINTS));
        ways.forEach(way -> {
            NearbyLoad.Result warm;
            int asked = 0;
            do {
                warm = way.load.throughput(clients, seconds, asked);
                asked += (int) warm.micros().getTotalCount();
            } while (asked < warmUp * way.warmUp);
        });
        for (int round = 0; round < rounds; round++) {
            int from = round * IN_TURN;
            ways.forEach(way -> way.one.add(way.load.inTurn(from, IN_TURN)));
            ways.forEach(way -> way.many.add(way.load.throughput(clients, seconds, from)));
        }
        Way raw = ways.get(0);
        Way memory = ways.get(3);
        List<NearbyLoad.Result> rawDays = new ArrayList<>();
        List<NearbyLoad.Result> days = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            rawDays.add(day(raw));
            days.add(day(memory));
        }
        print(rounds);
        System.out.printf(
                Locale.ROOT,
                "a day's load in %.0f s, its busiest hour half of what each can do, p50 / p99 / max ms of each day, by p99:%n"
                        + "  raw: %s%n  service, from memory: %s%n",
                DAY_SECONDS,
                text(rawDays),
                text(days));
        int checked = check.compare();
        System.out.printf("%d answers compared with brute force: %d differ%n", checked, check.wrong());
        return check.wrong() == 0
                && checked > 0
                && days.stream().allMatch(day -> day.failed() == 0)
                && ways.stream().allMatch(way -> way.failed() == 0);
    }

    private NearbyLoad.Result day(Way way) {
        return way.load.due(clients, Standpoints.dayOf(DAY_SECONDS, way.throughput() / 2));
    }

    private static String text(List<NearbyLoad.Result> days) {
        return days.stream()
                .sorted(Comparator.comparing(day -> day.millis(99)))
                .map(day -> String.format(
                        Locale.ROOT,
                        "%.1f / %.1f / %.1f",
                        day.millis(50),
                        day.millis(99),
                        day.micros().getMaxValue() / 1e3))
                .collect(Collectors.joining(", "));
    }

    CostCurve.Row row(long indexBytes) {
        return new CostCurve.Row(
                town.name(),
                town.documents(),
                circle,
                indexBytes,
                ways.get(0).millis(50),
                ways.get(1).millis(50),
                ways.get(3).millis(50),
                new double[] {
                    ways.get(0).throughput(),
                    ways.get(1).throughput(),
                    ways.get(3).throughput()
                });
    }

    private void print(int rounds) {
        Way raw = ways.get(0);
        System.out.printf(
                Locale.ROOT,
                "%d standpoints, %d offers in the usual circle of %.0f m, top %d; %d rounds in turn%n",
                points.size(),
                circle,
                RADIUS,
                SIZE,
                rounds);
        System.out.printf(
                "| %-24s | %8s | %8s | %6s | %6s | %9s | %-13s | %8s |%n",
                "asked one by one", "p50 ms", "p99 ms", "x p50", "x p99", clients + " ask: /s", "rounds", "x raw");
        for (Way way : ways) {
            System.out.printf(
                    Locale.ROOT,
                    "| %-24s | %8.2f | %8.2f | %6.2f | %6.2f | %9.0f | %-13s | %8.2f |%n",
                    way.name,
                    way.millis(50),
                    way.millis(99),
                    way.p50Beside(raw),
                    way.millis(99) / raw.millis(99),
                    way.throughput(),
                    way.spread(),
                    way.throughputBeside(raw));
        }
        double[] shares = {
            ways.get(2).throughputBeside(ways.get(1)), ways.get(4).throughputBeside(ways.get(3))
        };
        System.out.printf(
                Locale.ROOT, "gateway of direct: %.2f from the index, %.2f from memory%n", shares[0], shares[1]);
    }
}
