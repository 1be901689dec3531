package org.linli.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * A crowd claims one offer until it is sold out, straight at merchant-service, and the same crowd claims a thousand
 * offers. Beside it, in the same run, what a stock document of the same store takes when every claim is an update of
 * its own.
 */
@Command(name = "hot-offer", description = "durable claims per second on one offer, until it is sold out exactly")
final class HotOfferBenchmark implements Callable<Integer> {
    private static final String CLAIMED = "claimed";
    private static final int TOGETHER = 16;

    @Option(names = "--clients")
    private int clients = 64;

    @Option(names = "--stock")
    private int stock = 10_000;

    @Option(names = "--rounds", description = "offers that are sold out one after the other")
    private int rounds = 5;

    @Option(names = "--offers", description = "of the claims that are spread")
    private int offers = 1_000;

    @Option(names = "--merchant-service")
    private String service = "http://127.0.0.1:8081";

    @Option(names = "--mongodb")
    private String mongodb = "mongodb://127.0.0.1:27017";

    @Option(names = "--warm-up", description = "seconds of claims before those that count")
    private int warmUp = 60;

    private final RunningPlatform platform = new RunningPlatform();
    private final String run = UUID.randomUUID().toString();

    @Override
    public Integer call() throws IOException {
        JsonNode owner = platform.login("OWNER");
        String merchant = owner.path("merchantId").asString();
        String token = platform.token(owner);
        List<String> people = Crowd.tokens(platform.token(platform.login("CONSUMER")), stock + stock / 10);
        try (PlainHttp http = new PlainHttp(service)) {
            ClaimFigures figures = new ClaimFigures(platform, merchant, token);
            figures.add(warmUp(http, merchant, token, people));
            figures.awaitAll();
            ClosedLoop.Result alone = oneDocument(stock / 2, 1);
            System.out.println("one update each  " + alone.text("taken"));
            ClosedLoop.Result shared = oneDocument(stock / TOGETHER, TOGETHER);
            System.out.printf(
                    "one for %d       %.0f claims/s of one document%n", TOGETHER, shared.perSecond("taken") * TOGETHER);
            List<ClosedLoop.Result> together = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                String hot = DemoOffer.publish(platform, merchant, token, stock, 1);
                ClosedLoop.Result round =
                        ClosedLoop.run(clients, people.size(), at -> claim(http, hot, people.get(at)));
                System.out.println("hot offer        " + round.text(CLAIMED));
                figures.add(round.outcomes().getOrDefault(CLAIMED, 0));
                together.add(round);
            }
            double middle = together.stream()
                    .mapToDouble(round -> round.perSecond(CLAIMED))
                    .sorted()
                    .skip(rounds / 2)
                    .findFirst()
                    .orElse(0);
            System.out.printf("middle round     %.0f/s, ratio %.2f%n", middle, middle / alone.perSecond("taken"));
            System.out.printf("figures          complete %.1f s after the last claim%n", figures.awaitAll());
            List<String> many = IntStream.range(0, offers)
                    .parallel()
                    .mapToObj(any -> DemoOffer.publish(platform, merchant, token, stock, 1))
                    .toList();
            ClosedLoop.Result spread =
                    ClosedLoop.run(clients, stock, i -> claim(http, many.get(i % many.size()), people.get(i)));
            System.out.println("spread           " + spread.text(CLAIMED));
            boolean soldExactly =
                    together.stream().allMatch(round -> round.outcomes().getOrDefault(CLAIMED, 0) == stock);
            return soldExactly ? 0 : 1;
        }
    }

    /** A claim costs several times as much before the compiler is done with it; answers how many were made. */
    private int warmUp(PlainHttp http, String merchant, String token, List<String> people) {
        long end = System.nanoTime() + warmUp * 1_000_000_000L;
        int claims = 0;
        while (System.nanoTime() < end) {
            String offer = DemoOffer.publish(platform, merchant, token, stock, 1);
            ClosedLoop.Result some = ClosedLoop.run(
                    clients, people.size(), i -> System.nanoTime() < end ? claim(http, offer, people.get(i)) : "late");
            System.out.println("warm-up          " + some.text(CLAIMED));
            claims += some.outcomes().getOrDefault(CLAIMED, 0);
        }
        return claims;
    }

    private String claim(PlainHttp http, String offer, String token) {
        try {
            String key = run + token.hashCode();
            PlainHttp.Answer answer = http.post("/api/v1/offers/" + offer + "/claims", token, key, "{}");
            return answer.status() == 201
                    ? CLAIMED
                    : RunningPlatform.JSON.readTree(answer.body()).path("code").asString("status " + answer.status());
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }

    /**
     * The step that every claim needs at least: take one of the stock and say for whom.
     *
     * @param together claims that share an update: 1 is what claims would cost that go alone, more is what a single
     *     document bears when they do not
     */
    private ClosedLoop.Result oneDocument(int updates, int together) {
        try (MongoClient mongo = MongoClients.create(mongodb + "/?maxPoolSize=" + clients)) {
            MongoCollection<Document> stocks = mongo.getDatabase("benchmarks").getCollection("stocks");
            String id = UUID.randomUUID().toString();
            stocks.insertOne(new Document("_id", id)
                    .append("remaining", updates * together)
                    .append("reservations", new Document()));
            ClosedLoop.Result result =
                    ClosedLoop.run(clients, updates, i -> take(stocks, id, i, together) ? "taken" : "refused");
            stocks.deleteOne(Filters.eq("_id", id));
            return result;
        }
    }

    private boolean take(MongoCollection<Document> stocks, String id, int update, int together) {
        List<Bson> changes = new ArrayList<>(List.of(Updates.inc("remaining", -together), Updates.inc("revision", 1L)));
        for (int i = 0; i < together; i++) {
            String place = "reservations.r" + (update * together + i) % clients;
            changes.add(Updates.set(place, new Document("consumerId", "c" + update + "-" + i)));
        }
        return stocks.findOneAndUpdate(
                        Filters.and(Filters.eq("_id", id), Filters.gte("remaining", together)),
                        Updates.combine(changes))
                != null;
    }
}
