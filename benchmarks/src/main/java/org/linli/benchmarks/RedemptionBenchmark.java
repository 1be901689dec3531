package org.linli.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Coupons redeemed by a cashier at a fixed rate through the gateway; codes are shown right before. */
@Command(name = "redemptions", description = "latency of redemptions by one shop's cashier")
final class RedemptionBenchmark implements Callable<Integer> {
    private static final int PER_PERSON = 100;

    @Option(names = "--rate", description = "redemptions per second")
    private int rate = 25;

    @Option(names = "--seconds", description = "a code is open for two minutes, its showing included")
    private int seconds = 20;

    @Option(names = "--warm-up", description = "seconds of redemptions before those that count")
    private int warmUp = 20;

    private final RunningPlatform platform = new RunningPlatform();

    @Override
    public Integer call() {
        JsonNode owner = platform.login("OWNER");
        String merchant = owner.path("merchantId").asString();
        String token = platform.token(owner);
        String cashier = platform.logins("CASHIER").stream()
                .filter(login -> login.path("merchantId").asString().equals(merchant))
                .map(platform::token)
                .findFirst()
                .orElseThrow();
        List<String> consumers =
                platform.logins("CONSUMER").stream().map(platform::token).toList();
        redeem(cashier, codes(merchant, token, consumers, rate * warmUp), warmUp);
        OpenLoop.Result result = redeem(cashier, codes(merchant, token, consumers, rate * seconds), seconds);
        System.out.println("redemptions      " + result.text());
        return result.failed() == 0 ? 0 : 1;
    }

    private OpenLoop.Result redeem(String cashier, List<String> codes, int time) {
        return new OpenLoop(platform)
                .run(
                        rate,
                        time,
                        i -> platform.request(
                                "POST",
                                "/api/v1/redemptions",
                                Map.of("code", codes.get(i), "billFen", 5_800),
                                cashier,
                                UUID.randomUUID().toString()));
    }

    private List<String> codes(String merchant, String token, List<String> consumers, int wanted) {
        List<String> codes = new ArrayList<>();
        while (codes.size() < wanted) {
            String offer = DemoOffer.publish(platform, merchant, token, consumers.size() * PER_PERSON, PER_PERSON);
            for (int i = 0; i < consumers.size() * PER_PERSON && codes.size() < wanted; i++) {
                codes.add(code(offer, consumers.get(i % consumers.size())));
            }
        }
        return codes;
    }

    private String code(String offer, String consumer) {
        String key = UUID.randomUUID().toString();
        String coupon = platform.call("POST", "/api/v1/offers/" + offer + "/claims", Map.of(), consumer, key)
                .path("couponId")
                .asString();
        return platform.call("POST", "/api/v1/me/coupons/" + coupon + "/redemption-code", null, consumer, null)
                .path("code")
                .asString();
    }
}
