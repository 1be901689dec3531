package org.linli.gateway;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"REQUESTS_PER_SECOND=1", "REQUESTS_BURST=3", "TRUSTED_PROXIES=127\\.0\\.0\\.1", "LOG_LEVEL=WARN"})
@ActiveProfiles("local")
@DirtiesContext
class LimitRules extends GatewayTest {
    @Test
    void too_many_requests_of_one_person_are_refused_and_the_next_person_is_not() {
        String hasty = Tokens.of("hasty", "consumer");
        WebTestClient.ResponseSpec refused = askUntilRefused(() -> getAs(hasty, "/api/v1/me"));
        refused.expectHeader().valueEquals("Retry-After", "1");
        isProblem(refused, 429, "Too Many Requests", "rate-limited", "操作过于频繁，请稍后再试。");
        getAs(Tokens.of("patient", "consumer"), "/api/v1/me").expectStatus().isOk();
    }

    @Test
    void without_a_token_the_address_counts_as_a_trusted_proxy_reports_it() {
        AtomicInteger forged = new AtomicInteger();
        askUntilRefused(() -> branchesFrom("9.9.9." + forged.incrementAndGet() + ", 1.1.1.1"));
        branchesFrom("2.2.2.2").expectStatus().isOk();
    }

    /** One token comes back every second, so on a slow machine the fourth request may still pass. */
    private static WebTestClient.ResponseSpec askUntilRefused(Supplier<WebTestClient.ResponseSpec> ask) {
        for (int i = 0; i < 500; i++) {
            WebTestClient.ResponseSpec answer = ask.get();
            AtomicInteger status = new AtomicInteger();
            answer.expectStatus().value(status::set);
            if (status.get() == 429) {
                return answer;
            }
        }
        throw new AssertionError("never refused");
    }

    @Test
    void on_a_developers_machine_every_interface_description_is_open_on_one_page() {
        for (String service : Services.ALL.keySet()) {
            get("/v3/api-docs/" + service)
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .isEqualTo("{\"service\":\"" + service + "\"}");
        }
        get("/docs").expectStatus().isOk();
        get("/docs/ui/page.js").expectStatus().isOk();
        get("/docs/ui/swagger-ui-bundle.js").expectStatus().isOk();
        get("/docs").expectHeader().doesNotExist("Strict-Transport-Security");
    }

    private WebTestClient.ResponseSpec branchesFrom(String chain) {
        return client.get()
                .uri("/api/v1/branches")
                .header("X-Forwarded-For", chain)
                .exchange();
    }
}
