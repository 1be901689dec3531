package org.linli.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** WeChat hangs up after five seconds: every answer is there before, whatever hangs, and is given once. */
class DeadlineRules extends AdapterTest {
    private static final Duration DEADLINE = Duration.ofMillis(4_500);
    private final String openid = someone();

    @Test
    void aSearchThatHangsCostsTheOffersNotTheAnswer() throws Exception {
        hang(NEARBY, 20_000);
        assertThat(answerInTime(WechatCallbacks.location(openid, 30.25, 120.2))).contains("暂时繁忙");
    }

    /** Headers at once, the body a byte at a time: no read timeout ever fires. */
    @Test
    void aSearchThatTricklesIsCutOff() throws Exception {
        SERVICES.stubFor(get(urlPathEqualTo(NEARBY))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(THREE_OFFERS)
                        .withChunkedDribbleDelay(40, 20_000)));
        assertThat(answerInTime(WechatCallbacks.location(openid, 30.25, 120.2))).contains("暂时繁忙");
    }

    @Test
    void identitiesOrLoansThatHangOrFailAreSaidPolitely() throws Exception {
        hang("/internal/v1/merchants/.*", 20_000);
        assertThat(answerInTime(loanQuestion())).contains("贷款进度查询暂时繁忙");
        hang("/internal/v1/wechat-identities/.*", 20_000);
        assertThat(answerInTime(loanQuestion())).contains("贷款进度查询暂时繁忙");
        SERVICES.stubFor(get(urlPathEqualTo(NEARBY)).willReturn(aResponse().withStatus(500)));
        assertThat(answerInTime(WechatCallbacks.location(openid, 30.25, 120.2))).contains("暂时繁忙");
    }

    @Test
    void aDependencyThatKeepsFailingIsNoLongerWaitedFor() throws Exception {
        hang(NEARBY, 20_000);
        List<CompletableFuture<String>> first = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            first.add(CompletableFuture.supplyAsync(() -> send(WechatCallbacks.location(someone(), 30.25, 120.2))));
        }
        first.forEach(CompletableFuture::join);
        long startedAt = System.nanoTime();
        assertThat(send(WechatCallbacks.location(openid, 30.25, 120.2))).contains("暂时繁忙");
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt)).isLessThan(1_000);
    }

    @Test
    void aRetryGetsTheSameAnswerWithoutAskingAgain() throws Exception {
        String message = WechatCallbacks.location(openid, 30.25, 120.2);
        String first = contentOf(send(message));
        assertThat(contentOf(send(message))).isEqualTo(first).contains("招牌面半价");
        assertThat(contentOf(send(message))).isEqualTo(first);
        SERVICES.verify(1, getRequestedFor(urlPathEqualTo(NEARBY)));
    }

    @Test
    void aRetryThatMeetsTheFirstAtWorkWaitsForItsAnswer() throws Exception {
        SERVICES.stubFor(get(urlPathEqualTo(NEARBY))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(THREE_OFFERS)
                        .withFixedDelay(1_200)));
        String message = WechatCallbacks.location(openid, 30.25, 120.2);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> send(message));
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> send(message));
        assertThat(first.join()).contains("招牌面半价");
        assertThat(second.join()).contains("招牌面半价");
        SERVICES.verify(1, getRequestedFor(urlPathEqualTo(NEARBY)));
    }

    private String loanQuestion() {
        return WechatCallbacks.text(openid, "贷款进度", WechatCallbacks.newId());
    }

    private String answerInTime(String message) {
        long startedAt = System.nanoTime();
        String answer = send(message);
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(DEADLINE);
        return answer;
    }

    private String send(String message) {
        try {
            HttpResponse<String> answer = hq().plain(message);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String contentOf(String xml) {
        return xml.replaceAll("(?s).*<Content>(.*)</Content>.*", "$1");
    }
}
