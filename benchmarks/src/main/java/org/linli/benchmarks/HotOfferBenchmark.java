package org.linli.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.linli.localstack.launcher.Layout;
import org.linli.localstack.launcher.Ports;
import org.linli.localstack.launcher.Stack;
import org.linli.localstack.nodes.FreePorts;
import org.linli.localstack.nodes.NodeProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * A crowd claims one offer until it is sold out, straight at merchant-service, and a thousand offers. Then a second
 * instance, which makes every claim an atomic update of its own, sells out offers in turn with the first.
 */
@Command(name = "hot-offer", description = "durable claims per second on one offer, until it is sold out exactly")
final class HotOfferBenchmark implements Callable<Integer> {
    private static final String CLAIMED = "claimed";
    private static final int TOGETHER = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Option(names = "--clients")
    private int clients = 64;

    @Option(names = "--stock")
    private int stock = 10_000;

    @Option(names = "--rounds", description = "offers that are sold out one after the other, at each instance")
    private int rounds = 5;

    @Option(names = "--offers", description = "of the claims that are spread")
    private int offers = 1_000;

    @Option(names = "--merchant-service")
    private String service = "http://127.0.0.1:8081";

    @Option(names = "--mongodb")
    private String mongodb = "mongodb://127.0.0.1:27017";

    @Option(names = "--warm-up", description = "claims at each instance before those that count")
    private int warmUp = 60_000;

    private final RunningPlatform platform = new RunningPlatform();
    private final String run = UUID.randomUUID().toString();
    private final JsonNode owner = platform.login("OWNER");
    private final String merchant = owner.path("merchantId").asString();

    @Override
    public Integer call() throws IOException {
        List<String> people = Crowd.tokens(platform.token(platform.login("CONSUMER")), stock + stock / 10);
        ClaimFigures figures = new ClaimFigures(platform, owner);
        try (PlainHttp grouping = new PlainHttp(service)) {
            figures.add(warmUp(grouping, people));
            List<ClosedLoop.Result> hot = soldOut(rounds, grouping, people);
            figures.add(claims(hot));
            System.out.printf("middle round     %.0f/s%n", middle(hot));
            System.out.printf("figures          complete %.1f s after the last claim%n", figures.awaitAll());
            spread(grouping, people);
            return claims(hot) == rounds * stock && comparison(grouping, people, middle(hot)) ? 0 : 1;
        }
    }

    /**
     * Offer by offer in turn, both as warm as each other: whatever else happens on this machine happens to both.
     *
     * @param before claims a second of the first instance while there was no second one
     */
    private boolean comparison(PlainHttp grouping, List<String> people, double before) throws IOException {
        int port = FreePorts.next();
        try (NodeProcess alone = oneByOne(port);
                PlainHttp unbatched = new PlainHttp("http://127.0.0.1:" + port)) {
            Runtime.getRuntime().addShutdownHook(new Thread(alone::close, "bench-end"));
            alone.awaitReady(PATIENCE);
            warmUp(unbatched, people);
            bareDocument();
            List<ClosedLoop.Result> together = new ArrayList<>();
            List<ClosedLoop.Result> apart = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                together.add(soldOut("writes shared    ", grouping, people));
                apart.add(soldOut("each on its own  ", unbatched, people));
            }
            System.out.printf(
                    "middle rounds    %.0f/s, each on its own %.0f/s, ratio %.2f; to the rounds before %.2f%n",
                    middle(together), middle(apart), middle(together) / middle(apart), before / middle(apart));
            return claims(together) == rounds * stock && claims(apart) == rounds * stock;
        }
    }

    /** The same program on the same store, only that claims do not share writes. */
    private NodeProcess oneByOne(int port) {
        return Stack.replicaOfRunning(
                        Layout.ofCheckout(),
                        Ports.fromEnvironment(System.getenv()),
                        "merchant-service",
                        "merchant-service-unbatched",
                        port)
                .withEnvironment(Map.of("CLAIMS_TOGETHER", "1"))
                .start();
    }

    /** A claim costs several times as much before the compiler is done with it: both are to have seen as many. */
    private int warmUp(PlainHttp http, List<String> people) {
        int claims = 0;
        while (claims < warmUp) {
            claims += claims(List.of(soldOut("warm-up          ", http, people)));
        }
        return claims;
    }

    private void bareDocument() {
        OneDocument document = new OneDocument(mongodb, clients);
        System.out.println("bare updates     " + document.take(stock / 2, 1).text(OneDocument.TAKEN));
        System.out.printf(
                "one for %d       %.0f claims/s of one document%n",
                TOGETHER, document.take(stock / TOGETHER, TOGETHER).perSecond(OneDocument.TAKEN) * TOGETHER);
    }

    private List<ClosedLoop.Result> soldOut(int times, PlainHttp http, List<String> people) {
        return IntStream.range(0, times)
                .mapToObj(any -> soldOut("hot offer        ", http, people))
                .toList();
    }

    private ClosedLoop.Result soldOut(String name, PlainHttp http, List<String> people) {
        String hot = publish();
        ClosedLoop.Result round = ClosedLoop.run(clients, people.size(), at -> claim(http, hot, people.get(at)));
        System.out.println(name + round.text(CLAIMED));
        return round;
    }

    private void spread(PlainHttp http, List<String> people) {
        List<String> many =
                IntStream.range(0, offers).parallel().mapToObj(any -> publish()).toList();
        ClosedLoop.Result spread =
                ClosedLoop.run(clients, stock, i -> claim(http, many.get(i % many.size()), people.get(i)));
        System.out.println("spread           " + spread.text(CLAIMED));
    }

    private String publish() {
        return DemoOffer.publish(platform, merchant, platform.freshToken(owner), stock, 1);
    }

    private String claim(PlainHttp http, String offer, String person) {
        try {
            String key = run + person.hashCode();
            PlainHttp.Answer answer = http.post("/api/v1/offers/" + offer + "/claims", person, key, "{}");
            return answer.status() == 201
                    ? CLAIMED
                    : RunningPlatform.JSON.readTree(answer.body()).path("code").asString("status " + answer.status());
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static int claims(List<ClosedLoop.Result> rounds) {
        return rounds.stream()
                .mapToInt(round -> round.outcomes().getOrDefault(CLAIMED, 0))
                .sum();
    }

    private static double middle(List<ClosedLoop.Result> rounds) {
        return rounds.stream()
                .mapToDouble(round -> round.perSecond(CLAIMED))
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElse(0);
    }
}
