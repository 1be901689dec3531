package org.linli.benchmarks;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** An offer of a demo merchant that goes live at once. */
final class DemoOffer {
    private DemoOffer() {}

    /** @return its id */
    static String publish(RunningPlatform platform, String merchantId, String token, int stock, int perPersonLimit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", "claims " + Long.toString(System.nanoTime(), 36));
        body.put("kind", "GIFT");
        body.put("category", "餐饮");
        body.put("validFrom", OffsetDateTime.now().minusHours(1).toString());
        body.put("validUntil", OffsetDateTime.now().plusDays(1).toString());
        body.put("stock", stock);
        body.put("perPersonLimit", perPersonLimit);
        String id = platform.call("POST", "/api/v1/merchants/" + merchantId + "/offers", body, token, null)
                .path("id")
                .asString();
        platform.call("POST", "/api/v1/offers/" + id + "/publication", Map.of(), token, null);
        return id;
    }
}
