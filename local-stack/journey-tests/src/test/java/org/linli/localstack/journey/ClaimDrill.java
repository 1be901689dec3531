package org.linli.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.launcher.Ports;
import org.linli.localstack.nodes.FreePorts;

/**
 * Rule M-3 for as long as one likes: two instances of merchant-service, the store and the broker are killed at random
 * moments while people claim and redeem; at the end everything acknowledged is held against what is stored and told.
 * {@code ./platform drill claims --minutes 10}; {@link CrashJourney} is the short one in the suite.
 */
class ClaimDrill {
    private static final double MINUTES = Double.parseDouble(System.getProperty("minutes", "1"));
    private static final int CLIENTS = 16;
    private static final int CONSUMERS = 40;
    private static final Duration OF_A_GENERATION = Duration.ofSeconds(45);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RunningPlatform platform = RunningPlatform.get();
    private final Map<String, Integer> stocks = new HashMap<>();
    private final Map<String, Integer> limits = new HashMap<>();

    @Test
    void nothing_acknowledged_is_lost_or_doubled_however_often_processes_are_killed() throws Exception {
        int port = FreePorts.next();
        platform.stack.addReplica("merchant-service", "merchant-service-2", port);
        DrillLoad load = new DrillLoad(List.of(
                "http://127.0.0.1:" + platform.ports.of(Ports.Listener.MERCHANT_SERVICE), "http://127.0.0.1:" + port));
        Instant begun = Instant.now();
        DrillLoad.Generation generation = generation();
        DrillKills kills = new DrillKills(platform.stack);
        kills.begin(List.of(
                new DrillKills.Life("merchant-service", 500, 9_000),
                new DrillKills.Life("merchant-service-2", 500, 9_000),
                new DrillKills.Life("mongo-node", 1_000, 12_000),
                new DrillKills.Life("kafka-node", 5_000, 25_000)));
        Instant end = begun.plus(Duration.ofMillis((long) (MINUTES * 60_000)));
        while (Instant.now().isBefore(end)) {
            claimFor(OF_A_GENERATION, load, generation);
            System.out.printf(
                    "%4d s  %d claims, %d redemptions, %d refused, %d without answer, kills %s, violations %d%n",
                    Duration.between(begun, Instant.now()).toSeconds(),
                    load.claimed.size(),
                    load.redeemed.size(),
                    load.refused.get(),
                    load.unanswered.get(),
                    kills.count(),
                    load.violations.size());
            if (Instant.now().isBefore(end)) {
                generation = generation();
            }
        }
        Duration took = Duration.between(begun, Instant.now());
        kills.end();
        compare(load);
        report(load, kills, took);
        assertThat(load.violations).isEmpty();
    }

    private void claimFor(Duration time, DrillLoad load, DrillLoad.Generation generation) {
        Instant end = Instant.now().plus(time);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        CompletableFuture.allOf(IntStream.range(0, CLIENTS)
                        .mapToObj(client -> CompletableFuture.runAsync(
                                () -> {
                                    while (Instant.now().isBefore(end)) {
                                        load.claimOnce(generation);
                                    }
                                },
                                clients))
                        .toArray(CompletableFuture[]::new))
                .join();
        clients.shutdown();
    }

    /** Through the gateway, while things are being killed: each step until it works. */
    private DrillLoad.Generation generation() {
        Map<String, String> cashier = Map.of("phone", "13800000011", "code", "246810");
        List<String> consumers =
                IntStream.range(0, CONSUMERS).mapToObj(any -> newConsumer()).toList();
        return new DrillLoad.Generation(
                published("scarce", DrillLoad.SCARCE_STOCK, DrillLoad.SCARCE_LIMIT),
                published("ample", DrillLoad.AMPLE_STOCK, DrillLoad.AMPLE_LIMIT),
                consumers,
                token(() -> platform.anonymous().post("/api/v1/auth/phone", cashier)));
    }

    /** With a new code each time: one that was taken before the answer got lost is of no use any more. */
    private String newConsumer() {
        Map<String, String> person = Map.of("openid", "o-" + UUID.randomUUID());
        return token(() -> {
            String code = platform.sandbox()
                    .post("/sandbox/wechat/codes", person)
                    .body()
                    .path("code")
                    .asString();
            return platform.anonymous().post("/api/v1/auth/wechat", Map.of("accountId", "hq", "code", code));
        });
    }

    private static String token(Callable<PlatformApi.Answer> login) {
        return answered(login).body().path("accessToken").asString();
    }

    private String published(String title, int stock, int limit) {
        PlatformApi owner = platform.phone("13800000001");
        Map<String, Object> form = RunningPlatform.anOffer(title, stock, limit);
        String id = answered(() -> owner.post("/api/v1/merchants/" + platform.merchantId(1) + "/offers", form))
                .body()
                .path("id")
                .asString();
        answered(() -> owner.post("/api/v1/offers/" + id + "/publication", Map.of()));
        stocks.put(id, stock);
        limits.put(id, limit);
        return id;
    }

    private static PlatformApi.Answer answered(Callable<PlatformApi.Answer> call) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .until(call, PlatformApi.Answer::ok);
    }

    /** Against the store and the broker themselves, not against what the service says. */
    private void compare(DrillLoad load) {
        try (MongoClient mongo =
                MongoClients.create("mongodb://127.0.0.1:" + platform.ports.of(Ports.Listener.MONGO))) {
            MongoCollection<Document> stored =
                    mongo.getDatabase("merchant-service").getCollection("offer_stocks");
            MongoCollection<Document> coupons =
                    mongo.getDatabase("merchant-service").getCollection("coupons");
            for (String offer : stocks.keySet()) {
                Document stock = await("claims of " + offer + " are finished")
                        .atMost(PATIENCE)
                        .until(
                                () -> stored.find(Filters.eq("_id", offer)).first(),
                                found -> found != null
                                        && found.get("reservations", Document.class)
                                                .isEmpty());
                compare(
                        load,
                        offer,
                        stock,
                        coupons.find(Filters.eq("offerId", offer)).into(new ArrayList<>()));
            }
        }
        Set<String> told = new HashSet<>();
        await("every claim's event arrives").atMost(PATIENCE).until(() -> {
            told.clear();
            told.addAll(CouponEvents.claimed(platform, stocks.keySet()));
            return told.containsAll(load.claimed.keySet());
        });
        if (!load.claimed.keySet().containsAll(told)) {
            load.violations.add("events of coupons that nobody was given");
        }
    }

    private void compare(DrillLoad load, String offer, Document stock, List<Document> coupons) {
        Set<String> acknowledged = new HashSet<>();
        load.claimed.forEach((coupon, of) -> {
            if (of.equals(offer)) {
                acknowledged.add(coupon);
            }
        });
        Map<String, Integer> byPerson = new HashMap<>();
        Set<String> found = new HashSet<>();
        for (Document coupon : coupons) {
            String id = coupon.getString("_id");
            found.add(id);
            byPerson.merge(coupon.getString("consumerId"), 1, Integer::sum);
            compareRedemption(load, id, coupon);
        }
        violation(load, !found.equals(acknowledged), offer + ": stored and acknowledged coupons differ");
        violation(
                load,
                stock.getInteger("remaining") + found.size() != stocks.get(offer),
                offer + ": remaining " + stock.getInteger("remaining") + " + coupons " + found.size() + " of "
                        + stocks.get(offer));
        violation(
                load,
                byPerson.values().stream().anyMatch(own -> own > limits.get(offer)),
                offer + ": more than the limit of a person");
    }

    private static void compareRedemption(DrillLoad load, String id, Document coupon) {
        Document redemption = coupon.get("redemption", Document.class);
        String stored = redemption == null ? null : redemption.getString("redemptionId");
        String acknowledged = load.redeemed.get(id);
        violation(
                load,
                !Objects.equals(stored, acknowledged) || coupon.getInteger("redemptions", 0) > 1,
                id + ": redemption stored " + stored + ", acknowledged " + acknowledged);
    }

    private static void violation(DrillLoad load, boolean found, String what) {
        if (found) {
            load.violations.add(what);
        }
    }

    private void report(DrillLoad load, DrillKills kills, Duration took) throws IOException {
        String text = """
                # Claims while processes are killed

                `./platform drill claims --minutes %s`, %s, %d s of load by %d clients on two instances of merchant-service.

                | what | how many |
                |---|---|
                | claims acknowledged | %d |
                | redemptions acknowledged | %d |
                | claims refused (sold out, limit of a person) | %d |
                | calls that were cut off or found nobody, and were repeated | %d |
                | kills (SIGKILL at random moments) | %d: %s |
                | offers, each compared with its coupons, stock and events | %d |
                | violations | %d |
                """.formatted(
                MINUTES,
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                took.toSeconds(),
                CLIENTS,
                load.claimed.size(),
                load.redeemed.size(),
                load.refused.get(),
                load.unanswered.get(),
                kills.count().values().stream().mapToInt(Integer::intValue).sum(),
                kills.count(),
                stocks.size(),
                load.violations.size());
        System.out.println(text + String.join("\n", load.violations));
        String file = System.getProperty("report", "");
        if (!file.isEmpty()) {
            Files.createDirectories(Path.of(file).toAbsolutePath().getParent());
            Files.writeString(Path.of(file), text);
        }
    }
}
