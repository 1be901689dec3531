package org.linli.user.login;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.ResultActions;

class WechatLoginHttpTest extends HttpTest {
    private final String code = "code-" + Ids.next();
    private final String openid = "o" + Ids.next();

    @Autowired
    private MongoOperations mongo;

    private void tencentAnswers(ResponseDefinitionBuilder answer) {
        OUTSIDE.stubFor(get(urlPathEqualTo("/wechat/sns/oauth2/access_token"))
                .withQueryParam("appid", equalTo("wx0123456789abcdef"))
                .withQueryParam("secret", equalTo("sandbox-secret"))
                .withQueryParam("grant_type", equalTo("authorization_code"))
                .withQueryParam("code", equalTo(code))
                .willReturn(answer.withHeader("Content-Type", "text/plain")));
    }

    private void tencentKnows(String person) {
        tencentAnswers(aResponse().withBody("{\"access_token\":\"t\",\"openid\":\"" + person + "\"}"));
    }

    private ResultActions logIn() throws Exception {
        return tell("/api/v1/auth/wechat", null, Map.of("accountId", "hq", "code", code));
    }

    private String userId(String token) throws Exception {
        return body(ask("/api/v1/me", token)).path("userId").asString();
    }

    @Test
    void a_code_logs_a_consumer_in_and_the_openid_is_in_no_token_and_no_store() throws Exception {
        tencentKnows(openid);
        String token =
                body(logIn().andExpect(status().isOk())).path("accessToken").asString();
        ask("/api/v1/me", token)
                .andExpect(jsonPath("$.kind").value("consumer"))
                .andExpect(jsonPath("$.roles[0]").value("CONSUMER"))
                .andExpect(jsonPath("$.accountId").value("hq"));
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(claims).doesNotContain(openid);
        assertThat(mongo.getCollection("users")
                        .find()
                        .map(org.bson.Document::toJson)
                        .into(new java.util.ArrayList<>()))
                .isNotEmpty()
                .noneMatch(document -> document.contains(openid));
    }

    @Test
    void first_logins_at_once_make_one_user_and_one_event() throws Exception {
        tencentKnows(openid);
        List<String> ids =
                Parallel.run(12, i -> userId(body(logIn()).path("accessToken").asString()));
        assertThat(new HashSet<>(ids)).hasSize(1);
        org.bson.Document user = mongo.getCollection("users")
                .find(new org.bson.Document("_id", ids.get(0)))
                .first();
        assertThat(user).isNotNull();
        assertThat(user.getLong("sequence")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {40029, 40163})
    void a_code_that_wechat_refuses_is_401(int errcode) throws Exception {
        tencentAnswers(aResponse().withBody("{\"errcode\":" + errcode + ",\"errmsg\":\"invalid code\"}"));
        refused(logIn(), 401, "invalid-credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"errcode\":-1}", "{\"errcode\":40013}", "{}", "<html>", ""})
    void anything_but_a_verdict_is_503(String answer) throws Exception {
        tencentAnswers(aResponse().withBody(answer));
        refused(logIn(), 503, "dependency-unavailable");
    }

    @Test
    void a_wechat_that_hangs_or_fails_is_503() throws Exception {
        tencentAnswers(aResponse().withStatus(500));
        refused(logIn(), 503, "dependency-unavailable");
        tencentAnswers(aResponse().withFixedDelay(8_000).withBody("{\"openid\":\"late\"}"));
        refused(logIn(), 503, "dependency-unavailable");
    }

    @Test
    void an_unknown_account_or_half_a_login_is_refused() throws Exception {
        refused(
                tell("/api/v1/auth/wechat", null, Map.of("accountId", "other", "code", code)),
                400,
                "invalid-parameter");
        refused(tell("/api/v1/auth/wechat", null, Map.of("accountId", "hq")), 400, "invalid-parameter");
    }

    @Test
    void the_adapter_finds_a_consumer_by_openid_and_nobody_else_may_ask() throws Exception {
        String path = "/internal/v1/wechat-identities/hq/" + openid;
        refused(ask(path, service("wechat-adapter")), 404, "not-found");
        tencentKnows(openid);
        String id = userId(body(logIn()).path("accessToken").asString());
        ask(path, service("wechat-adapter"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.userId").value(id))
                .andExpect(jsonPath("$.kind").value("consumer"))
                .andExpect(jsonPath("$.merchantId").doesNotExist());
        refused(ask("/internal/v1/wechat-identities/other/" + openid, service("wechat-adapter")), 404, "not-found");
        refused(ask(path, service("merchant-service")), 403, "forbidden");
        refused(ask(path, administrator()), 403, "forbidden");
        refused(ask(path, null), 401, "unauthenticated");
    }

    @Test
    void a_merchants_person_links_their_wechat_and_is_found_with_the_merchant() throws Exception {
        String merchant = "m" + Ids.next();
        place(
                        "/internal/v1/merchants/" + merchant + "/members",
                        service("merchant-service"),
                        Map.of("phone", FIXED_PHONE, "role", "OWNER"))
                .andExpect(status().isOk());
        String owner = body(tell("/api/v1/auth/phone", null, Map.of("phone", FIXED_PHONE, "code", FIXED_CODE)))
                .path("accessToken")
                .asString();
        tencentKnows(openid);
        tell("/api/v1/me/wechat", owner, Map.of("accountId", "hq", "code", code))
                .andExpect(status().isNoContent());
        String path = "/internal/v1/wechat-identities/hq/" + openid;
        ask(path, service("wechat-adapter"))
                .andExpect(jsonPath("$.userId").value(userId(owner)))
                .andExpect(jsonPath("$.kind").value("merchant"))
                .andExpect(jsonPath("$.merchantId").value(merchant));
        String consumer = userId(body(logIn()).path("accessToken").asString());
        ask(path, service("wechat-adapter"))
                .andExpect(jsonPath("$.userId").value(consumer))
                .andExpect(jsonPath("$.merchantId").value(merchant));
    }

    @Test
    void linking_needs_a_good_code_and_a_merchants_person() throws Exception {
        String owner = body(tell("/api/v1/auth/phone", null, Map.of("phone", FIXED_PHONE, "code", FIXED_CODE)))
                .path("accessToken")
                .asString();
        tencentAnswers(aResponse().withBody("{\"errcode\":40029}"));
        refused(tell("/api/v1/me/wechat", owner, Map.of("accountId", "hq", "code", code)), 401, "invalid-credentials");
        refused(tell("/api/v1/me/wechat", owner, "{}"), 400, "invalid-parameter");
        refused(tell("/api/v1/me/wechat", consumer(), "{broken"), 403, "forbidden");
        refused(tell("/api/v1/me/wechat", null, "{broken"), 401, "unauthenticated");
    }
}
