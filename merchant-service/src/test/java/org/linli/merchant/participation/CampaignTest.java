package org.linli.merchant.participation;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.starter.Ids;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/** What tests of campaigns share: plans as staff send them, and campaigns that run. */
abstract class CampaignTest extends HttpTest {
    static final String ADMIN = "/api/v1/admin/campaigns";
    static final RequestPostProcessor PREPARER = Callers.staff("MARKETING_OPERATOR", "/hq/", "preparer");
    static final RequestPostProcessor PUBLISHER = Callers.staff("BRANCH_HEAD", "/hq/", "publisher");

    /** A campaign of points for sure, once a day, twice in all. */
    Map<String, Object> plan(String entry, Map<?, ?>... prizes) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("title", "新春活动");
        form.put("text", "人人有份");
        form.put("entry", entry);
        form.put("from", clock.instant().minus(Duration.ofHours(1)).toString());
        form.put("until", clock.instant().plus(Duration.ofDays(20)).toString());
        form.put("perDay", 1);
        form.put("inAll", 2);
        form.put("prizes", List.of(prizes));
        return form;
    }

    static Map<String, Object> points(long points) {
        return new LinkedHashMap<>(Map.of("name", "积分", "reward", "POINTS", "points", points));
    }

    static Map<String, Object> coupons(String offerId, int quantity) {
        return new LinkedHashMap<>(
                Map.of("name", "牛肉面八折", "reward", "COUPON", "offerId", offerId, "quantity", quantity));
    }

    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(form);
        more.put(field, value);
        return more;
    }

    String drafted(Map<String, Object> form) throws Exception {
        ResultActions created = tell(ADMIN, PREPARER, form);
        created.andExpect(status().isCreated());
        return body(created).path("id").asString();
    }

    String submitted(String id) throws Exception {
        tell(ADMIN + "/" + id + "/submission", PREPARER, null).andExpect(status().isOk());
        return id;
    }

    /** Submitted, agreed to by every merchant, published by a second person. */
    String published(String id) throws Exception {
        submitted(id);
        for (String merchantId : asked(id)) {
            tell("/api/v1/campaigns/" + id + "/agreement", Callers.owner(merchantId), null)
                    .andExpect(status().isOk());
        }
        tell(ADMIN + "/" + id + "/publication", PUBLISHER, null).andExpect(status().isOk());
        return id;
    }

    private List<String> asked(String id) throws Exception {
        List<String> merchants = new ArrayList<>();
        for (JsonNode agreement : body(ask(ADMIN + "/" + id, PREPARER)).path("agreements")) {
            merchants.add(agreement.path("merchantId").asString());
        }
        return merchants;
    }

    String running(Map<String, Object> form) throws Exception {
        return published(drafted(form));
    }

    String scene(String id, String name) throws Exception {
        ResultActions added = tell(ADMIN + "/" + id + "/scenes", PREPARER, Map.of("name", name));
        added.andExpect(status().isCreated());
        return body(added).path("sceneId").asString();
    }

    ResultActions join(String id, String consumer, Object body) throws Exception {
        return join(id, consumer, Ids.next(), body);
    }

    ResultActions join(String id, String consumer, String key, Object body) throws Exception {
        return tell("/api/v1/campaigns/" + id + "/participations", Callers.consumer(consumer), key, body);
    }

    long pointsOf(String consumer) throws Exception {
        return body(ask("/api/v1/me/points", Callers.consumer(consumer)))
                .path("points")
                .asLong();
    }
}
