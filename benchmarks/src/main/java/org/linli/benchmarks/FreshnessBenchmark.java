package org.linli.benchmarks;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Rule G-4: from the answer to a publication (or its end) until search shows it (or no longer does). */
@Command(name = "freshness", description = "publication to search, and end to gone")
final class FreshnessBenchmark implements Callable<Integer> {
    @Option(names = "--samples")
    private int samples = 100;

    @Override
    public Integer call() {
        RunningPlatform platform = new RunningPlatform();
        JsonNode owner = platform.login("OWNER");
        String token = platform.token(owner);
        String merchantId = owner.path("merchantId").asString();
        JsonNode point = platform.call("GET", "/api/v1/merchants/" + merchantId, null, null, null)
                .path("point");
        Histogram appear = new Histogram(60_000_000, 3);
        Histogram vanish = new Histogram(60_000_000, 3);
        for (int i = 0; i < samples; i++) {
            String title = "freshness " + Long.toString(System.nanoTime(), 36);
            String offerId = platform.call(
                            "POST", "/api/v1/merchants/" + merchantId + "/offers", offer(title), token, null)
                    .path("id")
                    .asString();
            platform.call("POST", "/api/v1/offers/" + offerId + "/publication", Map.of(), token, null);
            appear.recordValue(micros(platform, point, offerId, true));
            platform.call("POST", "/api/v1/offers/" + offerId + "/end", Map.of(), token, null);
            vanish.recordValue(micros(platform, point, offerId, false));
        }
        report("published -> found", appear);
        report("ended -> gone", vanish);
        return appear.getValueAtPercentile(99) <= 2_000_000 ? 0 : 1;
    }

    private static Map<String, Object> offer(String title) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title);
        body.put("kind", "PERCENT");
        body.put("percentOff", 20);
        body.put("category", "餐饮");
        body.put("validFrom", OffsetDateTime.now().minusHours(1).toString());
        body.put("validUntil", OffsetDateTime.now().plusDays(7).toString());
        body.put("stock", 10);
        body.put("perPersonLimit", 1);
        return body;
    }

    private static long micros(RunningPlatform platform, JsonNode point, String offerId, boolean wanted) {
        long begun = System.nanoTime();
        String path = "/api/v1/nearby/offers?radius=100&size=100&lat="
                + point.path("lat").asDouble() + "&lng=" + point.path("lng").asDouble();
        while (shows(platform.call("GET", path, null, null, null), offerId) != wanted) {
            if (System.nanoTime() - begun > 30_000_000_000L) {
                throw new IllegalStateException("offer " + offerId + " is not right in search after 30 s");
            }
            LockSupport.parkNanos(10_000_000);
        }
        return (System.nanoTime() - begun) / 1_000;
    }

    private static boolean shows(JsonNode page, String offerId) {
        for (JsonNode item : page.path("items")) {
            if (item.path("offerId").asString().equals(offerId)) {
                return true;
            }
        }
        return false;
    }

    private static void report(String what, Histogram micros) {
        System.out.printf(
                "%-20s p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, max %.0f ms (%d samples)%n",
                what,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                micros.getTotalCount());
    }
}
