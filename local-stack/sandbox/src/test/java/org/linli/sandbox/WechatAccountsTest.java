package org.linli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One person, two official accounts. */
class WechatAccountsTest extends SandboxTest {
    private static final String FIRST = "appid=wx0123456789abcdef";
    private static final String SECOND = "appid=wx1111111111111111";

    @Test
    void a_person_has_one_unionid_and_an_openid_for_each_account() throws Exception {
        JsonNode first = exchange(FIRST, "demo-consumer-3");
        JsonNode second = exchange(SECOND, "demo-consumer-3");
        assertThat(first.path("openid").asString()).isEqualTo("o-demo-consumer-3");
        assertThat(second.path("openid").asString()).isEqualTo("o-1111-demo-consumer-3");
        assertThat(first.path("unionid").asString()).isEqualTo("u-demo-consumer-3");
        assertThat(second.path("unionid")).isEqualTo(first.path("unionid"));
        assertThat(first.path("scope").asString()).isEqualTo("snsapi_userinfo");
    }

    @Test
    void a_code_can_hold_the_unionid_back() throws Exception {
        JsonNode login = exchange(FIRST, "demo-consumer-3;nounion");
        assertThat(login.path("openid").asString()).isEqualTo("o-demo-consumer-3");
        assertThat(login.has("unionid")).isFalse();
        assertThat(login.path("scope").asString()).isEqualTo("snsapi_base");
        assertThat(exchange(FIRST, "demo-merchant-3").has("unionid")).isFalse();
        assertThat(exchange(FIRST, "demo-consumer-3;other").path("errcode").asInt())
                .isEqualTo(40029);
    }

    @Test
    void an_issued_code_is_good_for_its_account_only() throws Exception {
        String code = post(
                        "/sandbox/wechat/codes",
                        "{\"openid\":\"oB_1\",\"unionid\":\"uB\",\"appid\":\"wx1111111111111111\"}")
                .path("code")
                .asString();
        assertThat(exchange(FIRST, code).path("errcode").asInt()).isEqualTo(40029);
        JsonNode login = exchange(SECOND, code);
        assertThat(login.path("openid").asString()).isEqualTo("oB_1");
        assertThat(login.path("unionid").asString()).isEqualTo("uB");
        assertThat(exchange(SECOND, code).path("errcode").asInt()).isEqualTo(40029);
    }

    @Test
    void a_code_for_no_account_or_no_person_is_not_issued() throws Exception {
        assertThat(send("POST", "/sandbox/wechat/codes", "{\"openid\":\"o1\",\"appid\":\"wx2\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/sandbox/wechat/codes", "{\"openid\":\"o1\",\"unionid\":\"u 1\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_second_account_has_server_tokens_of_its_own() throws Exception {
        JsonNode first = post("/wechat/cgi-bin/stable_token", tokenRequest("wx0123456789abcdef", false));
        JsonNode second = post("/wechat/cgi-bin/stable_token", tokenRequest("wx1111111111111111", true));
        assertThat(second.path("access_token").asString()).isNotEmpty();
        assertThat(second.path("access_token")).isNotEqualTo(first.path("access_token"));
        assertThat(post("/wechat/cgi-bin/stable_token", tokenRequest("wx0123456789abcdef", false))
                        .path("access_token"))
                .isEqualTo(first.path("access_token"));
    }

    @Test
    void the_second_accounts_secret_is_checked_too() throws Exception {
        assertThat(get("/wechat/sns/oauth2/access_token?" + SECOND
                                + "&secret=x&code=demo-consumer-1&grant_type=authorization_code")
                        .path("errcode")
                        .asInt())
                .isEqualTo(40125);
    }

    @Test
    void the_exchange_fails_and_breaks_off_on_demand() throws Exception {
        fault("{\"target\":\"wechat\",\"kind\":\"error\",\"status\":500}");
        assertThat(send("GET", path(SECOND, "demo-consumer-1"), "").statusCode())
                .isEqualTo(500);
        // Many: clients may silently repeat a GET.
        fault("{\"target\":\"wechat\",\"kind\":\"drop\",\"times\":10}");
        assertThatThrownBy(() -> exchange(SECOND, "demo-consumer-1")).isInstanceOf(IOException.class);
    }

    private JsonNode exchange(String appid, String code) throws Exception {
        return get(path(appid, code));
    }

    private static String path(String appid, String code) {
        return "/wechat/sns/oauth2/access_token?" + appid + "&secret=sandbox-secret&grant_type=authorization_code&code="
                + code.replace(";", "%3B");
    }

    private static String tokenRequest(String appid, boolean forced) {
        return "{\"grant_type\":\"client_credential\",\"appid\":\"" + appid
                + "\",\"secret\":\"sandbox-secret\",\"force_refresh\":" + forced + "}";
    }
}
