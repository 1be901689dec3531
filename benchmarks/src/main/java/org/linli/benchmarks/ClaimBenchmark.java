package org.linli.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Coupon claims on one offer at a fixed rate, by the demo consumers in turn. */
@Command(name = "claims", description = "latency of coupon claims on one offer")
final class ClaimBenchmark implements Callable<Integer> {
    @Option(names = "--rate", description = "claims per second")
    private int rate = 25;

    @Option(names = "--seconds")
    private int seconds = 20;

    @Override
    public Integer call() {
        RunningPlatform platform = new RunningPlatform();
        JsonNode owner = platform.login("OWNER");
        String token = platform.token(owner);
        List<String> consumers =
                platform.logins("CONSUMER").stream().map(platform::token).toList();
        List<String> offers = java.util.stream.IntStream.range(0, 1 + rate * seconds / (consumers.size() * 100))
                .mapToObj(any ->
                        DemoOffer.publish(platform, owner.path("merchantId").asString(), token, 100_000, 100))
                .toList();
        OpenLoop.Result claims = new OpenLoop(platform).run(rate, seconds, i -> {
            String offer = offers.get(i / (consumers.size() * 100));
            return platform.request(
                    "POST",
                    "/api/v1/offers/" + offer + "/claims",
                    Map.of(),
                    consumers.get(i % consumers.size()),
                    UUID.randomUUID().toString());
        });
        System.out.println("claims           " + claims.text());
        return claims.failed() == 0 ? 0 : 1;
    }
}
