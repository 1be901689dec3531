package org.linli.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** An answer that misses the deadline is sent afterwards, once. */
@TestPropertySource(properties = "linli.wechat.deadline=300ms")
@ExtendWith(OutputCaptureExtension.class)
class LateAnswerRules extends AdapterTest {
    private static final String SEND = "/wechat/cgi-bin/message/custom/send";

    private final String openid = someone();

    @BeforeEach
    void aSlowSearchAndAnApi() {
        SERVICES.stubFor(post(urlPathEqualTo("/wechat/cgi-bin/stable_token"))
                .willReturn(okJson("{\"access_token\":\"access-token-1\",\"expires_in\":7200}")));
        SERVICES.stubFor(post(urlPathEqualTo(SEND)).willReturn(okJson("{\"errcode\":0,\"errmsg\":\"ok\"}")));
        SERVICES.stubFor(get(urlPathEqualTo(NEARBY))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(THREE_OFFERS)
                        .withFixedDelay(900)));
    }

    @Test
    void aLateAnswerIsSentAsACustomerServiceMessageAndNotRepliedToARetry() throws Exception {
        String message = WechatCallbacks.location(openid, 30.25, 120.2);
        assertThat(hq().plain(message).body()).isEqualTo("success");
        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> SERVICES.verify(
                        1,
                        postRequestedFor(urlPathEqualTo(SEND))
                                .withQueryParam("access_token", equalTo("access-token-1"))
                                .withRequestBody(containing(openid))
                                .withRequestBody(containing("招牌面半价"))));
        assertThat(hq().plain(message).body()).isEqualTo("success");
        SERVICES.verify(1, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void aRefusedMessageIsLoggedWithItsCodeOnly(CapturedOutput output) throws Exception {
        SERVICES.stubFor(post(urlPathEqualTo(SEND))
                .willReturn(okJson("{\"errcode\":45015,\"errmsg\":\"response out of time limit\"}")));
        hq().plain(WechatCallbacks.location(openid, 30.25, 120.2));
        await().atMost(Duration.ofSeconds(8)).until(() -> output.getAll().contains("refused: 45015"));
        assertThat(output.getAll())
                .doesNotContain(openid)
                .doesNotContain("招牌面半价")
                .doesNotContain("access-token-1");
    }
}
