package org.linli.starter.crypto;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.web.DependencyUnavailableException;

/** What is asked of a key management service, and what becomes of its silence. */
class KmsClientTest {
    private static final WireMockServer KMS = new WireMockServer(options().dynamicPort());

    static {
        KMS.start();
    }

    private final KmsClient client = new KmsClient(KMS.baseUrl() + "/kms", "a-token");

    @BeforeEach
    void forget() {
        KMS.resetAll();
    }

    @AfterAll
    static void stop() {
        KMS.stop();
    }

    private static void answerEverything(int status) {
        KMS.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    @Test
    void keys_are_named_wrapped_and_unwrapped_with_the_token() {
        KMS.stubFor(get("/kms/v1/keys/current")
                .withHeader("Authorization", equalTo("Bearer a-token"))
                .willReturn(okJson("{\"keyId\":\"kms-1\"}")));
        KMS.stubFor(post("/kms/v1/keys/kms-1/wrap")
                .withHeader("Authorization", equalTo("Bearer a-token"))
                .withRequestBody(equalToJson("{\"plaintext\":\"AQID\"}"))
                .willReturn(okJson("{\"ciphertext\":\"BAUG\"}")));
        KMS.stubFor(post("/kms/v1/keys/kms-1/unwrap")
                .withRequestBody(equalToJson("{\"ciphertext\":\"BAUG\"}"))
                .willReturn(okJson("{\"plaintext\":\"AQID\"}")));
        assertThat(client.currentKeyId()).isEqualTo("kms-1");
        assertThat(client.wrap("kms-1", new byte[] {1, 2, 3})).containsExactly(4, 5, 6);
        assertThat(client.unwrap("kms-1", new byte[] {4, 5, 6})).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 401, 403})
    void a_service_that_answers_no_question_counts_as_away(int status) {
        answerEverything(status);
        assertThatThrownBy(client::currentKeyId).isInstanceOf(DependencyUnavailableException.class);
        assertThatThrownBy(() -> client.unwrap("kms-1", new byte[3]))
                .isInstanceOf(DependencyUnavailableException.class);
    }

    @Test
    void an_answer_without_the_bytes_counts_as_away() {
        KMS.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        assertThatThrownBy(() -> client.wrap("kms-1", new byte[3])).isInstanceOf(DependencyUnavailableException.class);
        assertThatThrownBy(client::currentKeyId).isInstanceOf(DependencyUnavailableException.class);
    }

    @Test
    void a_broken_connection_counts_as_away() {
        KMS.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThatThrownBy(() -> client.wrap("kms-1", new byte[3])).isInstanceOf(DependencyUnavailableException.class);
    }

    @Test
    void nobody_waits_longer_than_two_seconds() {
        KMS.stubFor(any(anyUrl()).willReturn(okJson("{\"keyId\":\"late\"}").withFixedDelay(6_000)));
        long startedAt = System.nanoTime();
        assertThatThrownBy(client::currentKeyId).isInstanceOf(DependencyUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt))
                .isBetween(Duration.ofMillis(1_500), Duration.ofMillis(4_000));
    }

    @Test
    void a_key_it_does_not_know_and_bytes_it_did_not_wrap_are_told_apart() {
        answerEverything(404);
        assertThatThrownBy(() -> client.unwrap("kms-9", new byte[3]))
                .isInstanceOf(UnknownKeyException.class)
                .hasMessage("unknown wrapping key: kms-9");
        answerEverything(400);
        assertThatThrownBy(() -> client.unwrap("kms-1", new byte[3])).isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void after_ten_failures_it_is_left_alone() {
        answerEverything(500);
        for (int i = 0; i < 15; i++) {
            assertThatThrownBy(client::currentKeyId).isInstanceOf(DependencyUnavailableException.class);
        }
        KMS.verify(10, anyRequestedFor(anyUrl()));
    }

    @Test
    void refusals_do_not_open_the_breaker() {
        answerEverything(404);
        for (int i = 0; i < 15; i++) {
            assertThatThrownBy(() -> client.unwrap("kms-9", new byte[3])).isInstanceOf(UnknownKeyException.class);
        }
        KMS.verify(15, anyRequestedFor(anyUrl()));
    }
}
