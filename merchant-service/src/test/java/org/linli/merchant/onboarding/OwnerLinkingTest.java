package org.linli.merchant.onboarding;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.starter.Ids;
import org.springframework.test.web.servlet.ResultActions;

class OwnerLinkingTest extends HttpTest {
    private static final String MERCHANTS = "/api/v1/merchants";

    @Test
    void theApplicantBecomesTheOwnerInUserService() throws Exception {
        String applicant = Ids.next();
        ResultActions applied = tell(MERCHANTS, Callers.applicant(applicant), application());
        String id = body(applied).path("id").asString();
        USER_SERVICE.verify(putRequestedFor(urlEqualTo("/internal/v1/merchants/" + id + "/members"))
                .withHeader("Authorization", equalTo("Bearer a-service-token"))
                .withRequestBody(matchingJsonPath("$.userId", equalTo(applicant)))
                .withRequestBody(matchingJsonPath("$.role", equalTo("OWNER"))));
    }

    @Test
    void anApplicationSucceedsWhileUserServiceIsDownAndTheOwnerIsLinkedLater() throws Exception {
        aRetryHasLinkedAnOwner();
    }

    @Test
    void anOwnerThatUserServiceRefusesIsNotAskedForAgainNeitherMeanwhile() throws Exception {
        aRetryHasLinkedAnOwner(); // so the search after the start, which may ask once more, is behind us
        USER_SERVICE.stubFor(any(urlMatching("/internal/v1/merchants/.*/members"))
                .willReturn(aResponse().withStatus(409).withFixedDelay(500)));
        String id = appliedMerchant();
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> USER_SERVICE.verify(
                        1, putRequestedFor(urlEqualTo("/internal/v1/merchants/" + id + "/members"))));
    }

    private void aRetryHasLinkedAnOwner() throws Exception {
        USER_SERVICE.resetAll();
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(serverError()));
        String id = appliedMerchant();
        userServiceWorks();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        USER_SERVICE.verify(putRequestedFor(urlEqualTo("/internal/v1/merchants/" + id + "/members"))));
    }
}
