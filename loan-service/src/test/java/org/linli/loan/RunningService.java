package org.linli.loan;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole service on a real port, with a real broker and a real store; merchant-service and user-service are played
 * by WireMock. Shared by all HTTP tests: each takes merchants and branches of its own.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "linli.loan.contract.look-every=200ms") // a dynamic one could not be overridden
@Import({Tokens.Trust.class, ApprovedFixture.Beans.class, WriteBoundaries.Beans.class, PlayedFacts.class})
public abstract class RunningService {
    protected static final WireMockServer NEIGHBOURS =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    /** Core banking and signing. */
    protected static final PlayedBank BANK = new PlayedBank();

    protected static final String CALLBACK_SECRET = "what-the-signing-platform-and-we-know";

    @LocalServerPort
    private int port;

    @Autowired
    private CircuitBreakerRegistry breakers;

    protected Http http = new Http(0);

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        if (!NEIGHBOURS.isRunning()) {
            NEIGHBOURS.start();
        }
        String database = "loan-test-" + Ids.next();
        properties.add("spring.mongodb.uri", () -> LocalStack.mongoUri(database));
        properties.add("spring.kafka.bootstrap-servers", LocalStack::kafka);
        properties.add("spring.cloud.discovery.client.simple.instances.merchant-service[0].uri", NEIGHBOURS::baseUrl);
        properties.add("linli.user-service-url", NEIGHBOURS::baseUrl);
        properties.add("FIELD_KEYS", () -> "k1:" + "c2VjcmV0".repeat(5) + "c2U=");
        properties.add("PHONE_HASH_KEY", () -> "aGFzaC1r".repeat(5) + "ZXk=");
        properties.add("PICTURE_DIRECTORY", () -> "target/investigation-photos");
        properties.add("spring.cloud.discovery.client.simple.instances.user-service[0].uri", NEIGHBOURS::baseUrl);
        properties.add("linli.loan.bureau.url", () -> NEIGHBOURS.baseUrl() + "/bureau");
        properties.add("linli.loan.bureau.timeout", () -> "2s");
        properties.add("linli.loan.bureau.retry-after", () -> "1s");
        properties.add("linli.loan.bureau.retry-every", () -> "200ms");
        properties.add("linli.loan.straight-through.sample-every", () -> "0");
        properties.add(
                "resilience4j.circuitbreaker.instances.merchant-service.wait-duration-in-open-state", () -> "1s");
        lending(properties);
    }

    /** Short waits: a test that plays a dead service waits for the lease, one with a slow bank for the time-out. */
    private static void lending(DynamicPropertyRegistry properties) {
        properties.add("linli.crypto.field-keys", () -> "k1:dGVzdC1vbmx5LWZpZWxkLXdyYXBwaW5nLWtleS0wMDE=");
        properties.add("linli.loan.core-bank.url", () -> BANK.url("/corebank"));
        properties.add("linli.loan.core-bank.timeout", () -> "800ms");
        properties.add("linli.loan.signing.url", () -> BANK.url("/signing"));
        properties.add("linli.loan.signing.callback-secret", () -> CALLBACK_SECRET);
        properties.add("linli.loan.disbursement.work-every", () -> "100ms");
        properties.add("linli.loan.disbursement.first-wait", () -> "100ms");
        properties.add("linli.loan.disbursement.longest-wait", () -> "500ms");
        properties.add("linli.loan.disbursement.lease", () -> "2s");
    }

    @BeforeEach
    void everyoneIsWell() {
        http = new Http(port);
        NEIGHBOURS.resetAll();
        NEIGHBOURS.stubFor(post("/internal/v1/service-tokens")
                .willReturn(okJson("{\"accessToken\":\"service-token\",\"expiresInSeconds\":900}")));
        everybodyIsAtWork();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    private static void everybodyIsAtWork() {
        NEIGHBOURS.stubFor(get(urlPathMatching("/internal/v1/staff/[^/]+/standing"))
                .willReturn(okJson("{\"atWork\":true,\"allowed\":true}")));
    }

    /** Makes merchant-service know a merchant of branch {@code branchId}; a new one every time. */
    protected static String merchantOf(String branchId, String status) {
        String id = Ids.next();
        NEIGHBOURS.stubFor(get(urlEqualTo("/internal/v1/merchants/" + id))
                .willReturn(okJson("""
                {"merchantId":"%s","name":"老街面馆","status":"%s","branchId":"%s","organisationPath":"/hq/%s/",
                "category":"dining","point":{"lat":30.2456,"lng":120.191,"crs":"GCJ02"}}
                """.formatted(id, status, branchId, branchId))));
        return id;
    }

    protected static String approvedMerchant() {
        return merchantOf("B01", "APPROVED");
    }

    protected static String application(String productCode, long amountFen, int months, String startedOn) {
        return """
                {"productCode":"%s","amountFen":%d,"termMonths":%d,"purpose":"进货","businessStartedOn":"%s"}
                """.formatted(productCode, amountFen, months, startedOn);
    }

    protected static String goodApplication() {
        return application("MICRO", 5_000_000, 12, "2020-01-01");
    }
}
