package org.linli.localstack.journey;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.api.PlatformApi.Answer;

/**
 * People who claim coupons of two offers and redeem some of them, at whichever instance of merchant-service answers; each
 * repeats what it asked, with the same key, until it knows. Keeps what was acknowledged.
 */
final class DrillLoad {
    static final int SCARCE_STOCK = 150;
    static final int AMPLE_STOCK = 5_000;
    static final int SCARCE_LIMIT = 3;
    static final int AMPLE_LIMIT = 40;
    private static final Set<Integer> ASK_AGAIN = Set.of(401, 409, 429, 503, 504);
    private static final Set<String> REFUSALS = Set.of("offer-sold-out", "per-person-limit-reached");
    private static final double REDEEMED = 0.2;
    private static final long PAUSE_NANOS = 50_000_000;

    /** Two offers and the people who want them, for a minute or so. */
    record Generation(String scarce, String ample, List<String> consumerTokens, String cashierToken) {}

    /** Offer by acknowledged coupon. */
    final Map<String, String> claimed = new ConcurrentHashMap<>();

    /** Redemption by redeemed coupon. */
    final Map<String, String> redeemed = new ConcurrentHashMap<>();

    final Queue<String> violations = new ConcurrentLinkedQueue<>();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong unanswered = new AtomicLong();

    private final List<String> instances;

    DrillLoad(List<String> instances) {
        this.instances = instances;
    }

    /** One claim of a random person, perhaps followed by its redemption. */
    void claimOnce(Generation generation) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String token = generation
                .consumerTokens()
                .get(random.nextInt(generation.consumerTokens().size()));
        String offer = random.nextInt(4) == 0 ? generation.scarce() : generation.ample();
        String key = UUID.randomUUID().toString();
        Answer answer = untilAnswered(
                token,
                api -> api.post("/api/v1/offers/" + offer + "/claims", Map.of(), key),
                refusal -> REFUSALS.contains(refusal.code()));
        if (!answer.ok()) {
            refused.incrementAndGet();
            return;
        }
        String coupon = answer.body().path("couponId").asString();
        if (claimed.put(coupon, offer) != null) {
            violations.add("coupon given twice: " + coupon);
        }
        if (random.nextDouble() < REDEEMED) {
            redeem(coupon, token, generation.cashierToken());
        }
    }

    /** A code that ran out while nobody answered is asked for anew. */
    private void redeem(String coupon, String consumer, String cashier) {
        for (Answer answer = null; answer == null || !answer.ok(); ) {
            String code = untilAnswered(
                            consumer,
                            api -> api.post("/api/v1/me/coupons/" + coupon + "/redemption-code", Map.of()),
                            refusal -> false)
                    .body()
                    .path("code")
                    .asString();
            String key = UUID.randomUUID().toString();
            answer = untilAnswered(
                    cashier,
                    api -> api.post("/api/v1/redemptions", Map.of("code", code), key),
                    refusal -> refusal.code().equals("redemption-code-expired"));
            if (answer.ok()) {
                redeemed.put(coupon, answer.body().path("redemptionId").asString());
            }
        }
    }

    /** Asks one instance after the other; anything but an answer, an expected refusal or "later" is a violation. */
    private Answer untilAnswered(String token, Function<PlatformApi, Answer> call, Predicate<Answer> expected) {
        for (int attempt = ThreadLocalRandom.current().nextInt(instances.size()); ; attempt++) {
            PlatformApi api = PlatformApi.withToken(instances.get(attempt % instances.size()), token);
            try {
                Answer answer = call.apply(api);
                if (answer.ok() || expected.test(answer)) {
                    return answer;
                }
                if (!ASK_AGAIN.contains(answer.status())) {
                    violations.add("status " + answer.status() + " " + answer.body());
                    return answer;
                }
            } catch (UncheckedIOException killed) {
                unanswered.incrementAndGet();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
