package org.linli.user;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.security.KeyPair;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.linli.localstack.access.ForgedTokens;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.linli.user.access.Permissions;
import org.linli.user.token.AccessTokens;
import org.linli.user.token.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real broker and a real store; only WeChat and the SMS gateway are played. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("local")
@Import(HttpTest.Config.class)
public abstract class HttpTest {
    protected static final String FIXED_PHONE = "13800000001";
    protected static final String FIXED_CODE = "246810";
    protected static final String PASSWORD = "a-good-password";
    protected static final WireMockServer OUTSIDE = new WireMockServer(options().dynamicPort());

    /** The service signs with it. */
    protected static final KeyPair SIGNING = ForgedTokens.newKeys();

    static {
        OUTSIDE.start();
    }

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected JsonMapper json;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected AccessTokens tokens;

    @Autowired
    protected Permissions permissions;

    @Autowired
    protected StoreWatch watch;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        String database = "user-http-" + Ids.next();
        registry.add("MONGODB_URI", () -> LocalStack.mongoUri(database));
        registry.add("KAFKA_BOOTSTRAP_SERVERS", LocalStack::kafka);
        registry.add("SANDBOX_URL", OUTSIDE::baseUrl);
        registry.add("MERCHANT_SERVICE_URL", OUTSIDE::baseUrl);
        registry.add("BCRYPT_COST", () -> "4");
        registry.add("FIXED_PHONE_CODES", () -> FIXED_PHONE + ":" + FIXED_CODE);
        registry.add("JWT_SIGNING_KEY", HttpTest::signingKey);
        registry.add("AUDIT_MOST_EXPORTED", () -> "1500");
        registry.add("AUDIT_ROWS_A_CALL", () -> "1000");
        // What is played answers at once, but not always within two seconds of a machine that does much else.
        List.of("merchant-service", "sms", "bank", "wechat")
                .forEach(outside -> registry.add("linli." + outside + ".timeout", () -> "6s"));
        registry.add("BOOTSTRAP_ADMIN_USERNAME", () -> "admin");
        registry.add("BOOTSTRAP_ADMIN_PASSWORD", () -> PASSWORD);
    }

    private static String signingKey() {
        return Base64.getEncoder().encodeToString(SIGNING.getPrivate().getEncoded());
    }

    @TestConfiguration
    static class Config {
        @Bean
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        static StoreWatch storeWatch() {
            return new StoreWatch();
        }
    }

    @BeforeEach
    void calm() {
        watch.end();
        clock.reset();
        OUTSIDE.resetAll();
        attachedMerchants(0);
    }

    /** What merchant-service says of every branch. */
    protected static void attachedMerchants(int count) {
        OUTSIDE.stubFor(com.github.tomakehurst.wiremock.client.WireMock.post(
                        urlPathMatching("/internal/v1/organisations/[^/]+/merchants/leaving"))
                .willReturn(okJson("{\"count\":" + count + "}")));
    }

    protected String administrator() {
        return staff("ADMINISTRATOR", "hq", "/hq/");
    }

    protected String staff(String role, String organisation, String path) {
        return staff(Ids.next(), role, organisation, path);
    }

    protected String staff(String id, String role, String organisation, String path) {
        return tokens.issue(
                new Principal(
                        id,
                        Principal.Kind.STAFF,
                        List.of(role),
                        Map.of(path, permissions.ofRole(role)),
                        Map.of("org", organisation, "orgPath", path)),
                Ids.next());
    }

    protected String consumer() {
        return person(Ids.next(), Principal.Kind.CONSUMER, "CONSUMER", Map.of("accountId", "hq"));
    }

    protected String person(String id, Principal.Kind kind, String role, Map<String, String> attributes) {
        return tokens.issue(Principal.person(id, kind, role, permissions.ofRole(role), attributes), Ids.next());
    }

    /** Someone of this role, with whatever such a person's token carries; {@code service:<name>} for a service. */
    protected String ofRole(String role) throws Exception {
        return switch (role) {
            case "CONSUMER" -> consumer();
            case "OWNER", "CASHIER" -> person(Ids.next(), Principal.Kind.MERCHANT, role, Map.of("merchantId", "none"));
            case "APPLICANT" -> person(Ids.next(), Principal.Kind.MERCHANT, role, Map.of());
            default -> role.startsWith("service:") ? service(role.substring(8)) : staff(role, "hq", "/hq/");
        };
    }

    /** As the other services get theirs. */
    protected String service(String name) throws Exception {
        return body(tell("/internal/v1/service-tokens", null, Map.of("service", name, "secret", "local-only-" + name)))
                .path("accessToken")
                .asString();
    }

    protected ResultActions ask(String path, String token) throws Exception {
        return send(get(path), token, null);
    }

    protected ResultActions tell(String path, String token, Object body) throws Exception {
        return send(post(path), token, body);
    }

    protected ResultActions place(String path, String token, Object body) throws Exception {
        return send(put(path), token, body);
    }

    protected ResultActions send(MockHttpServletRequestBuilder request, String token, Object body) throws Exception {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
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

    /** A phone nobody else uses. */
    protected static String newPhone() {
        return "139" + String.format("%08d", ThreadLocalRandom.current().nextInt(100_000_000));
    }

    protected static Map<String, Object> branch(String id, double lat, double lng) {
        Map<String, Object> form = new HashMap<>();
        form.put("id", id);
        form.put("name", "支行" + id);
        form.put("address", "中心街1号");
        form.put("point", Map.of("lat", lat, "lng", lng, "crs", "GCJ02"));
        return form;
    }

    protected String openBranch(double lat, double lng) throws Exception {
        String id = "B" + Ids.next();
        tell("/api/v1/admin/branches", administrator(), branch(id, lat, lng)).andExpect(status().isCreated());
        return id;
    }
}
