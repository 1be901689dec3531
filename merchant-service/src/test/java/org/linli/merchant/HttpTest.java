package org.linli.merchant;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real broker and a real store; only user-service is played. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(TestClock.Bean.class)
public abstract class HttpTest {
    public static final String BRANCH_HEAD = "BRANCH_HEAD";
    protected static final WireMockServer USER_SERVICE =
            new WireMockServer(options().dynamicPort());

    static {
        USER_SERVICE.start();
    }

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected JsonMapper json;

    @Autowired
    protected TestClock clock;

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry registry) {
        registry.add("EVENTS_TOGETHER_MILLIS", () -> "20");
        registry.add("MONGODB_URI", () -> LocalStack.mongoUri("merchant-http"));
        registry.add("KAFKA_BOOTSTRAP_SERVERS", LocalStack::kafka);
        registry.add("USER_SERVICE_URL", USER_SERVICE::baseUrl);
        registry.add("OWNER_LINK_RETRY_EVERY", () -> "300ms");
        registry.add("REATTACH_CHECK_EVERY", () -> "300ms");
        registry.add("RECHECK_EVERY", () -> "300ms");
        registry.add("PICTURE_SWEEP_EVERY", () -> "300ms");
        registry.add("DRAFT_SWEEP_EVERY", () -> "300ms");
        registry.add("COUPON_EXPIRY_SWEEP_EVERY", () -> "300ms");
        registry.add("PICTURE_DIRECTORY", () -> "target/pictures");
        registry.add("APPROVAL_NEEDS_PAPERS", () -> "false");
        registry.add("FAVOURITES_MOST", () -> "4");
        registry.add("RATING_REMEMBERED", () -> "0s");
        registry.add("REDEMPTION_SIGNING_KEY", HttpTest::aSigningKey);
        registry.add("SERVICE_SECRET", () -> "secret");
        registry.add("FIELD_KEYS", () -> "k1:" + "c2VjcmV0".repeat(5) + "c2U=");
    }

    private static String aSigningKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("k1").generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void calm() {
        clock.reset();
        userServiceWorks();
    }

    protected static void userServiceWorks() {
        USER_SERVICE.resetAll();
        USER_SERVICE.stubFor(post(urlEqualTo("/internal/v1/service-tokens"))
                .willReturn(okJson("{\"accessToken\":\"a-service-token\",\"expiresInSeconds\":900}")));
        USER_SERVICE.stubFor(
                any(urlMatching("/internal/v1/merchants/.*/members")).willReturn(WireMock.noContent()));
    }

    protected ResultActions ask(String path, RequestPostProcessor caller) throws Exception {
        return mvc.perform(get(path).with(caller));
    }

    protected ResultActions tell(String path, RequestPostProcessor caller, Object body) throws Exception {
        return tell(path, caller, null, body);
    }

    /** POSTs; without a body when it is null, without an idempotency key when that is. */
    protected ResultActions tell(String path, RequestPostProcessor caller, String key, Object body) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post(path).with(caller);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .content(body instanceof String text ? text : json.writeValueAsString(body));
        }
        return mvc.perform(request);
    }

    protected JsonNode body(ResultActions actions) throws Exception {
        return json.readTree(actions.andReturn().getResponse().getContentAsByteArray());
    }

    protected static void refused(ResultActions actions, int status, String code) throws Exception {
        actions.andExpect(status().is(status)).andExpect(jsonPath("$.code").value(code));
    }

    protected static Map<String, Object> application() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", "老街面馆");
        form.put("category", "餐饮");
        form.put("licenceNumber", Licences.next());
        form.put("contactName", "王小明");
        form.put("contactPhone", "13800001234");
        form.put("address", "清江路108号");
        form.put("point", Map.of("lat", 30.245597, "lng", 120.190999, "crs", "GCJ02"));
        return form;
    }

    /** A merchant approved by the head office. */
    protected String approvedMerchant() throws Exception {
        String id = appliedMerchant();
        tell("/api/v1/admin/merchants/" + id + "/approval", Callers.staff(BRANCH_HEAD, "/hq/"), null)
                .andExpect(status().isOk());
        return id;
    }

    protected String appliedMerchant() throws Exception {
        ResultActions applied = tell("/api/v1/merchants", Callers.applicant(Ids.next()), application());
        applied.andExpect(status().isCreated());
        return body(applied).path("id").asString();
    }

    protected static Map<String, Object> offer(int stock, int perPersonLimit) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("title", "牛肉面八折");
        form.put("kind", "PERCENT");
        form.put("percentOff", 20);
        form.put("category", "餐饮");
        form.put("validFrom", now.minus(1, ChronoUnit.DAYS).toString());
        form.put("validUntil", now.plus(30, ChronoUnit.DAYS).toString());
        form.put("stock", stock);
        form.put("perPersonLimit", perPersonLimit);
        form.put("terms", "堂食可用");
        return form;
    }

    protected String draft(String merchantId, Map<String, Object> form) throws Exception {
        ResultActions posted = tell("/api/v1/merchants/" + merchantId + "/offers", Callers.owner(merchantId), form);
        posted.andExpect(status().isCreated());
        return body(posted).path("id").asString();
    }

    protected String liveOffer(String merchantId, int stock, int perPersonLimit) throws Exception {
        return published(merchantId, draft(merchantId, offer(stock, perPersonLimit)));
    }

    protected String published(String merchantId, String offerId) throws Exception {
        tell("/api/v1/offers/" + offerId + "/publication", Callers.owner(merchantId), null)
                .andExpect(status().isOk());
        return offerId;
    }

    protected ResultActions claim(String offerId, String consumer, String key) throws Exception {
        return tell("/api/v1/offers/" + offerId + "/claims", Callers.consumer(consumer), key, null);
    }

    protected String claimed(String offerId, String consumer) throws Exception {
        ResultActions claimed = claim(offerId, consumer, Ids.next());
        claimed.andExpect(status().isCreated());
        return body(claimed).path("couponId").asString();
    }

    protected String shownCode(String couponId, String consumer) throws Exception {
        ResultActions shown =
                tell("/api/v1/me/coupons/" + couponId + "/redemption-code", Callers.consumer(consumer), null);
        shown.andExpect(status().is2xxSuccessful());
        return body(shown).path("code").asString();
    }

    protected ResultActions redeem(String code, RequestPostProcessor caller, String key) throws Exception {
        return tell("/api/v1/redemptions", caller, key, Map.of("code", code));
    }
}
