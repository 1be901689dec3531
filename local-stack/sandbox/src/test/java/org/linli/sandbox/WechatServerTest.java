package org.linli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WechatServerTest extends SandboxTest {
    private static final String EXCHANGE =
            "/wechat/sns/oauth2/access_token?" + CREDENTIALS + "&grant_type=authorization_code&code=";
    private static final String TOKEN_REQUEST =
            "{\"grant_type\":\"client_credential\",\"appid\":\"wx0123456789abcdef\",\"secret\":\"sandbox-secret\"}";

    @Test
    void anIssuedCodeLogsInOnce() throws Exception {
        String code = post("/sandbox/wechat/codes", "{\"openid\":\"oAbc_1\"}")
                .path("code")
                .asString();
        assertThat(get(EXCHANGE + code).path("openid").asString()).isEqualTo("oAbc_1");
        assertThat(get(EXCHANGE + code).path("errcode").asInt()).isEqualTo(40029);
    }

    @Test
    void aFixedCodeLogsInAnyNumberOfTimesAsTheSamePerson() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(get(EXCHANGE + "demo-consumer-7").path("openid").asString())
                    .isEqualTo("o-demo-consumer-7");
        }
        assertThat(get(EXCHANGE + "demo-merchant-1").path("openid").asString()).isEqualTo("o-demo-merchant-1");
        assertThat(get(EXCHANGE + "demo-consumer-0").path("errcode").asInt()).isEqualTo(40029);
    }

    @Test
    void wrongCredentialsAreRefusedInTencentsWords() throws Exception {
        String query = "/wechat/sns/oauth2/access_token?grant_type=authorization_code&code=demo-consumer-1";
        assertThat(get(query + "&appid=x&secret=y").path("errcode").asInt()).isEqualTo(40013);
        assertThat(get(query + "&appid=wx0123456789abcdef&secret=y")
                        .path("errcode")
                        .asInt())
                .isEqualTo(40125);
    }

    @Test
    void theStableTokenStaysTheSameUntilARefreshIsForced() throws Exception {
        JsonNode first = post("/wechat/cgi-bin/stable_token", TOKEN_REQUEST);
        assertThat(first.path("expires_in").asInt()).isBetween(7_000, 7_200);
        assertThat(post("/wechat/cgi-bin/stable_token", TOKEN_REQUEST).path("access_token"))
                .isEqualTo(first.path("access_token"));
        String forced = TOKEN_REQUEST.replace("}", ",\"force_refresh\":true}");
        assertThat(post("/wechat/cgi-bin/stable_token", forced).path("access_token"))
                .isNotEqualTo(first.path("access_token"));
    }

    @Test
    void aCustomerServiceMessageNeedsAGoodTokenAndIsKept() throws Exception {
        String message = "{\"touser\":\"o1\",\"msgtype\":\"text\",\"text\":{\"content\":\"您好\"}}";
        String send = "/wechat/cgi-bin/message/custom/send?access_token=";
        assertThat(post(send + "nonsense", message).path("errcode").asInt()).isEqualTo(40001);
        String token = get("/wechat/cgi-bin/token?grant_type=client_credential&" + CREDENTIALS)
                .path("access_token")
                .asString();
        assertThat(post(send + token, message).path("errcode").asInt()).isZero();
        assertThat(get("/sandbox/wechat/sent?openid=o1").get(0).path("content").asString())
                .isEqualTo("您好");
        send("DELETE", "/sandbox/wechat/access-tokens", "");
        assertThat(post(send + token, message).path("errcode").asInt()).isEqualTo(40001);
    }

    @Test
    void theLoginAnswerIsJsonLabelledAsText() throws Exception {
        var answer = send("GET", EXCHANGE + "demo-consumer-1", "");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body()).startsWith("{");
    }

    @Test
    void theLauncherSeesThatTheSandboxIsReady() throws Exception {
        assertThat(send("GET", "/actuator/health/readiness", "").statusCode()).isEqualTo(200);
    }
}
