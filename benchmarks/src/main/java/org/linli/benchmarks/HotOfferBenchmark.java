package org.linli.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.bson.Document;
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

    @Option(names = "--clients")
    private int clients = 64;

    @Option(names = "--stock")
    private int stock = 10_000;

    @Option(names = "--offers", description = "of the claims that are spread")
    private int offers = 1_000;

    @Option(names = "--merchant-service")
    private String service = "http://127.0.0.1:8081";

    @Option(names = "--mongodb")
    private String mongodb = "mongodb://127.0.0.1:27017";

    private final RunningPlatform platform = new RunningPlatform();

    @Override
    public Integer call() throws IOException {
        JsonNode owner = platform.login("OWNER");
        String merchant = owner.path("merchantId").asString();
        String token = platform.token(owner);
        List<String> people = Crowd.tokens(platform.token(platform.login("CONSUMER")), stock + stock / 10);
        try (CloseableHttpClient http = client()) {
            String warmUp = DemoOffer.publish(platform, merchant, token, stock, 1);
            ClosedLoop.run(clients, stock / 2, i -> claim(http, warmUp, people.get(i)));
            ClosedLoop.Result alone = unbatched(stock / 2);
            System.out.println("one update each  " + alone.text("taken"));
            String hot = DemoOffer.publish(platform, merchant, token, stock, 1);
            ClosedLoop.Result together = ClosedLoop.run(clients, people.size(), i -> claim(http, hot, people.get(i)));
            System.out.println("hot offer        " + together.text(CLAIMED));
            System.out.printf("ratio            %.2f%n", together.perSecond(CLAIMED) / alone.perSecond("taken"));
            List<String> many = IntStream.range(0, offers)
                    .mapToObj(any -> DemoOffer.publish(platform, merchant, token, stock, 1))
                    .toList();
            ClosedLoop.Result spread =
                    ClosedLoop.run(clients, stock, i -> claim(http, many.get(i % many.size()), people.get(i)));
            System.out.println("spread           " + spread.text(CLAIMED));
            return together.outcomes().getOrDefault(CLAIMED, 0) == stock ? 0 : 1;
        }
    }

    private CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(clients)
                        .setMaxConnTotal(clients)
                        .build())
                .disableAutomaticRetries()
                .build();
    }

    private String claim(CloseableHttpClient http, String offer, String token) {
        HttpPost request = new HttpPost(service + "/api/v1/offers/" + offer + "/claims");
        request.setHeader("Authorization", "Bearer " + token);
        request.setHeader("Idempotency-Key", UUID.randomUUID().toString());
        request.setEntity(new StringEntity("{}", ContentType.APPLICATION_JSON));
        try {
            return http.execute(request, answer -> {
                String body = EntityUtils.toString(answer.getEntity());
                return answer.getCode() == 201
                        ? CLAIMED
                        : RunningPlatform.JSON.readTree(body).path("code").asString("status " + answer.getCode());
            });
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }

    /** The step that every claim needs at least: take one of the stock and say for whom. */
    private ClosedLoop.Result unbatched(int claims) {
        try (MongoClient mongo = MongoClients.create(mongodb + "/?maxPoolSize=" + clients)) {
            MongoCollection<Document> stocks = mongo.getDatabase("benchmarks").getCollection("stocks");
            String id = UUID.randomUUID().toString();
            stocks.insertOne(
                    new Document("_id", id).append("remaining", claims).append("reservations", new Document()));
            ClosedLoop.Result result = ClosedLoop.run(clients, claims, i -> {
                Document taken = stocks.findOneAndUpdate(
                        Filters.and(Filters.eq("_id", id), Filters.gt("remaining", 0)),
                        Updates.combine(
                                Updates.inc("remaining", -1),
                                Updates.inc("revision", 1L),
                                Updates.set("reservations.r" + i % clients, new Document("consumerId", "c" + i))));
                return taken == null ? "refused" : "taken";
            });
            stocks.deleteOne(Filters.eq("_id", id));
            return result;
        }
    }
}
