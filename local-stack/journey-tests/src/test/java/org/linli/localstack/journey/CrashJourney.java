package org.linli.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.linli.localstack.api.ApiException;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.api.PlatformApi.Answer;
import org.linli.localstack.demo.DemoCounty;
import org.linli.localstack.launcher.Ports;
import tools.jackson.databind.JsonNode;

/**
 * Rule M-3 under kill -9: a thousand claims while merchant-service, the broker, the store and a consumer are killed in turn.
 * Every
 * acknowledged claim is there exactly once, in the coupons, in the events and in the index, and no stock is lost.
 */
class CrashJourney {
    private static final int CONSUMERS = 100;
    private static final int CLAIMS_EACH = 10;
    private static final int SCARCE = 300;
    private static final int AMPLE = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningPlatform platform = RunningPlatform.get();
    private final Map<String, String> couponByClaim = new ConcurrentHashMap<>();
    private final Map<String, String> refusalByClaim = new ConcurrentHashMap<>();
    private final AtomicInteger answered = new AtomicInteger();

    @Test
    void nothing_acknowledged_is_lost_or_doubled_while_processes_are_killed() throws Exception {
        PlatformApi owner = platform.phone("13800000002");
        String scarce = publish(owner, "scarce", SCARCE);
        String ample = publish(owner, "ample", AMPLE);

        ExecutorService clients = Executors.newFixedThreadPool(16);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < CONSUMERS; i++) {
            PlatformApi consumer = newConsumer();
            String name = "consumer-" + i;
            running.add(clients.submit(() -> claimTenTimes(consumer, name, scarce, ample)));
        }
        killAfter(150, "merchant-service");
        killAfter(350, "kafka-node");
        killAfter(550, "mongo-node");
        killAfter(750, "geo-search-service");
        for (Future<?> each : running) {
            each.get();
        }
        clients.shutdown();

        assertThat(couponByClaim.size() + refusalByClaim.size()).isEqualTo(CONSUMERS * CLAIMS_EACH);
        assertThat(Set.copyOf(refusalByClaim.values())).isSubsetOf("offer-sold-out");
        Set<String> coupons = Set.copyOf(couponByClaim.values());
        assertThat(coupons).as("no coupon was given twice").hasSize(couponByClaim.size());
        Set<String> ofScarce = acknowledged(scarce);
        Set<String> ofAmple = acknowledged(ample);
        assertThat(ofScarce).hasSize(SCARCE);

        assertThat(storedCoupons(scarce)).containsExactlyInAnyOrderElementsOf(ofScarce);
        assertThat(storedCoupons(ample)).containsExactlyInAnyOrderElementsOf(ofAmple);
        await("every claim's event arrives")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(CouponEvents.claimed(platform, Set.of(scarce, ample)))
                        .isEqualTo(coupons));
        await("search knows what is left").atMost(PATIENCE).untilAsserted(() -> {
            Map<String, Integer> left = stockLeftInSearch();
            assertThat(left).doesNotContainKey(scarce).containsEntry(ample, AMPLE - ofAmple.size());
        });
    }

    private Set<String> acknowledged(String offerId) {
        return couponByClaim.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(offerId))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /** Half of the claims go to each offer; a claim is repeated with its key until it has an answer. */
    private void claimTenTimes(PlatformApi consumer, String name, String scarce, String ample) {
        for (int i = 0; i < CLAIMS_EACH; i++) {
            String offerId = i % 2 == 0 ? scarce : ample;
            String key = UUID.randomUUID().toString();
            String claim = offerId + "/" + name + "/" + i;
            await(claim)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> hasAnswer(consumer, claim, offerId, key));
            answered.incrementAndGet();
        }
    }

    private boolean hasAnswer(PlatformApi consumer, String claim, String offerId, String key) {
        try {
            Answer answer = consumer.post("/api/v1/offers/" + offerId + "/claims", Map.of(), key);
            if (answer.ok()) {
                couponByClaim.put(claim, answer.body().path("couponId").asString());
                return true;
            }
            if (answer.status() == 422) {
                refusalByClaim.put(claim, answer.code());
                return true;
            }
            assertThat(answer.status()).as("%s", answer.body()).isIn(503, 504, 429, 409);
            return false;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private void killAfter(int claims, String process) {
        await().atMost(PATIENCE).until(() -> answered.get() >= claims);
        platform.stack.kill9(process);
        platform.stack.restart(process);
    }

    private PlatformApi newConsumer() {
        Answer code = platform.sandbox().post("/sandbox/wechat/codes", Map.of("openid", "o-" + UUID.randomUUID()));
        PlatformApi consumer = platform.wechat(code.body().path("code").asString());
        if (!consumer.get("/api/v1/me").ok()) {
            throw new ApiException("a new consumer cannot log in");
        }
        return consumer;
    }

    private String publish(PlatformApi owner, String title, int stock) {
        String id = owner.post(
                        "/api/v1/merchants/" + platform.merchantId(2) + "/offers",
                        RunningPlatform.anOffer(title, stock, CLAIMS_EACH))
                .body()
                .path("id")
                .asString();
        assertThat(owner.post("/api/v1/offers/" + id + "/publication", Map.of()).ok())
                .isTrue();
        return id;
    }

    private List<String> storedCoupons(String offerId) {
        String uri = "mongodb://127.0.0.1:" + platform.ports.of(Ports.Listener.MONGO);
        List<String> ids = new ArrayList<>();
        try (MongoClient mongo = MongoClients.create(uri)) {
            mongo.getDatabase("merchant-service")
                    .getCollection("coupons")
                    .find(Filters.eq("offerId", offerId))
                    .forEach(coupon -> ids.add(coupon.getString("_id")));
        }
        return ids;
    }

    private Map<String, Integer> stockLeftInSearch() {
        DemoCounty.Merchant place = platform.place(2);
        JsonNode page = platform.anonymous()
                .get("/api/v1/nearby/offers?radius=100&size=100&lat=" + place.lat() + "&lng=" + place.lng())
                .body();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .collect(Collectors.toMap(
                        item -> item.path("offerId").asString(),
                        item -> item.path("stockLeft").asInt()));
    }
}
