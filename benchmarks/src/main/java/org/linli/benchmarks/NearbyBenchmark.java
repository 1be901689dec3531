package org.linli.benchmarks;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Nearby search beside the raw Elasticsearch query it stands on, at several sizes, on a store, broker and index of its
 * own: nothing has to run, and what runs is not touched.
 */
@Command(name = "nearby", description = "raw index query, service and gateway, from the index and from memory, by size")
final class NearbyBenchmark implements Callable<Integer> {
    private static final int SMALLEST = 10_000;
    private static final double SMALLEST_SIDE_KM = 20;
    private static final int MILLION = 1_000_000;

    @Option(names = "--sizes", split = ",", description = "documents: 10k, 100k, 1M, 4M; 0 = only the real places")
    private List<String> sizes = List.of("10k", "100k", "1M");

    @Option(names = "--density", split = ",", description = "equal density, equal area")
    private Set<String> densities = new LinkedHashSet<>(List.of("density", "area"));

    @Option(names = "--real", description = "CSV of real places; left out when it is not there")
    private Path real = Path.of(System.getenv().getOrDefault("LINLI_SHARED_DATA", "../shared/data"))
            .resolve("pois/hangzhou.csv");

    @Option(names = "--rounds", description = "of every measurement, taken in turn")
    private int rounds = 15;

    @Option(names = "--seconds", description = "of a round with many clients")
    private double seconds = 1;

    @Option(
            names = "--warm-up",
            description = "requests to each server before anything counts, four times as many from memory")
    private int warmUp = 60_000;

    @Option(names = "--clients")
    private int clients = 16;

    @Option(names = "--changes", description = "per second, for the freshness")
    private int changes = 200;

    @Option(names = "--go", description = "measure only when this file is there: when filling is done and all is quiet")
    private @Nullable Path go;

    @Option(names = "--jfr", description = "folder for flight recordings of the services")
    private @Nullable Path recordings;

    private final CostCurve curve = new CostCurve();

    @Override
    public Integer call() {
        try (SearchStack stack = new SearchStack(recordings)) {
            int nodes = stack.size();
            boolean sound = true;
            for (Town town : towns()) {
                sound &= measure(stack, town);
                stack.stopBut(nodes);
            }
            curve.print();
            return sound ? 0 : 1;
        }
    }

    private List<Town> towns() {
        List<Town> towns = new ArrayList<>();
        if (Files.exists(real)) {
            towns.add(Town.real("real", real));
        } else {
            System.out.println("SKIPPED: real places, no " + real);
        }
        for (String size : sizes) {
            int documents = documents(size);
            double side = SMALLEST_SIDE_KM * Math.sqrt(documents / (double) SMALLEST);
            if (documents > 0 && (densities.contains("density") || documents == SMALLEST)) {
                towns.add(Town.generated(name(size, "density"), documents, side));
            }
            if (documents > SMALLEST && densities.contains("area")) {
                towns.add(Town.generated(name(size, "area"), documents, SMALLEST_SIDE_KM));
            }
        }
        // Its changes stay in the broker, where a later town of the same names would read them.
        towns.sort(Comparator.comparing(town -> town.documents() == SMALLEST));
        return towns;
    }

    private static String name(String size, String density) {
        return size.toLowerCase(Locale.ROOT) + "-" + density;
    }

    private static int documents(String size) {
        String number = size.toLowerCase(Locale.ROOT).replace("k", "000").replace("m", "000000");
        return Integer.parseInt(number);
    }

    private boolean measure(SearchStack stack, Town town) {
        long begun = System.nanoTime();
        TownStore.fill(stack.mongo(town.name()), town);
        double stored = (System.nanoTime() - begun) / 1e9;
        begun = System.nanoTime();
        URI index = stack.search(town.name(), false);
        double filled = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%n%s: %,d merchants, %,d offers; stored in %.0f s, service started and index filled in %.0f s%n",
                town.name(), town.merchants(), town.merchants() * town.offersEach(), stored, filled);
        URI memory = stack.search(town.name(), true);
        URI indexGateway = stack.gateway(index);
        URI memoryGateway = stack.gateway(memory);
        awaitGo();
        NearbyComparison comparison = new NearbyComparison(
                town,
                stack.elasticsearch(),
                new NearbyComparison.Servers(index, memory, indexGateway, memoryGateway),
                clients);
        boolean sound = comparison.run(rounds, seconds, warmUp);
        curve.add(comparison.row(stack.indexBytes(town.name())));
        if (town.documents() == SMALLEST) {
            sound &= freshnessAndQuality(stack, town, index, memory);
        }
        if (town.documents() >= MILLION && town.name().endsWith("density")) {
            System.out.printf("rebuilt beside the index in use in %.0f s%n", new Rebuild(stack, town.name()).seconds());
        }
        return sound;
    }

    private boolean freshnessAndQuality(SearchStack stack, Town town, URI index, URI memory) {
        try (EventSender sender = new EventSender(stack.kafka())) {
            JudgedQueries judged = new JudgedQueries();
            judged.build(sender);
            JudgedQueries.Quality quality = judged.ask(index);
            System.out.printf("%d judged queries: nDCG@10 %.3f%n", quality.queries(), quality.ndcg());
            long round = 1;
            for (URI search : List.of(index, memory)) {
                var micros = new ChangeFreshness(town, sender, search).run(changes, 15, round++);
                System.out.printf(
                        "fresh at %d changes/s, from %s: p50 %.0f ms, p99 %.0f ms, max %.0f ms (%d changes watched)%n",
                        changes,
                        search.equals(index) ? "the index" : "memory",
                        micros.getValueAtPercentile(50) / 1e3,
                        micros.getValueAtPercentile(99) / 1e3,
                        micros.getMaxValue() / 1e3,
                        micros.getTotalCount());
            }
            return quality.ndcg() > 0.9;
        }
    }

    private void awaitGo() {
        if (go != null && !Files.exists(go)) {
            System.out.println("filled; waiting for " + go);
        }
        while (go != null && !Files.exists(go)) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }
}
