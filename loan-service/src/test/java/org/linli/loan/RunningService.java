package org.linli.loan;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
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

/**
 * The whole service on a real port, with a real broker and a real store; merchant-service and user-service are played
 * by WireMock. Shared by all HTTP tests: each takes merchants and branches of its own.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({Tokens.Trust.class, PlayedFacts.class})
public abstract class RunningService {
    protected static final WireMockServer NEIGHBOURS =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

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
        properties.add("linli.crypto.field-keys", () -> "k1:dGVzdC1vbmx5LWZpZWxkLXdyYXBwaW5nLWtleS0wMDE=");
        properties.add("spring.cloud.discovery.client.simple.instances.user-service[0].uri", NEIGHBOURS::baseUrl);
        properties.add("linli.loan.bureau.url", () -> NEIGHBOURS.baseUrl() + "/bureau");
        properties.add("linli.loan.bureau.timeout", () -> "500ms");
        properties.add("linli.loan.bureau.retry-after", () -> "1s");
        properties.add("linli.loan.bureau.retry-every", () -> "200ms");
        properties.add("linli.loan.straight-through.sample-every", () -> "0");
        properties.add(
                "resilience4j.circuitbreaker.instances.merchant-service.wait-duration-in-open-state", () -> "1s");
    }

    @BeforeEach
    void everyoneIsWell() {
        http = new Http(port);
        NEIGHBOURS.resetAll();
        NEIGHBOURS.stubFor(post("/internal/v1/service-tokens")
                .willReturn(okJson("{\"accessToken\":\"service-token\",\"expiresInSeconds\":900}")));
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    /** Makes merchant-service know a merchant of branch {@code branchId}; a new one every time. */
    protected static String merchantOf(String branchId, String status) {
        String id = Ids.next();
        NEIGHBOURS.stubFor(get(urlEqualTo("/internal/v1/merchants/" + id))
                .willReturn(okJson("""
                {"merchantId":"%s","name":"老街面馆","status":"%s","branchId":"%s","organisationPath":"/hq/%s/"}
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
