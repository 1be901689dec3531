package org.linli.user;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.linli.starter.Ids;
import org.linli.user.token.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.ResultActions;

/** People coming in through two official accounts, with a bank and an SMS gateway that are played. */
public abstract class PeopleHttpTest extends HttpTest {
    protected static final String ID_NUMBER = "99000119900307001X";
    protected static final String NAME = "欧阳测试";

    @Autowired
    protected MongoOperations mongo;

    @BeforeEach
    void outsideWorks() {
        OUTSIDE.stubFor(post(urlEqualTo("/sms/messages")).willReturn(aResponse().withStatus(202)));
    }

    /** A code of WeChat's for this person. */
    protected String wechatCode(String accountId, String openid, @Nullable String unionid) {
        String code = "code-" + Ids.next();
        String union = unionid == null ? "" : ",\"unionid\":\"" + unionid + "\"";
        OUTSIDE.stubFor(get(urlPathEqualTo("/wechat/sns/oauth2/access_token"))
                .withQueryParam("appid", equalTo(accountId.equals("hq") ? "wx0123456789abcdef" : "wx1111111111111111"))
                .withQueryParam("code", equalTo(code))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/plain")
                        .withBody("{\"access_token\":\"t\",\"openid\":\"" + openid + "\"" + union + "}")));
        return code;
    }

    protected ResultActions tryWechat(String accountId, String openid, @Nullable String unionid) throws Exception {
        String code = wechatCode(accountId, openid, unionid);
        return tell("/api/v1/auth/wechat", null, Map.of("accountId", accountId, "code", code));
    }

    protected String wechat(String accountId, String openid, @Nullable String unionid) throws Exception {
        return body(tryWechat(accountId, openid, unionid).andExpect(status().isOk()))
                .path("accessToken")
                .asString();
    }

    protected String newConsumer() throws Exception {
        return wechat("hq", "o" + Ids.next(), null);
    }

    protected String userId(String token) throws Exception {
        return body(ask("/api/v1/me", token)).path("userId").asString();
    }

    /** Someone of a merchant who logged in by phone and is enrolled there. */
    protected String merchantPerson(String merchantId, String phone, String role) throws Exception {
        place(
                "/internal/v1/merchants/" + merchantId + "/members",
                service("merchant-service"),
                Map.of("phone", phone, "role", role));
        return phoneLogin(phone);
    }

    protected String phoneLogin(String phone) throws Exception {
        tell("/api/v1/auth/phone/code", null, Map.of("phone", phone));
        String token = body(tell("/api/v1/auth/phone", null, Map.of("phone", phone, "code", sentCode(phone))))
                .path("accessToken")
                .asString();
        clock.forward(java.time.Duration.ofMinutes(2));
        return token;
    }

    protected String sentText(String phone) {
        return OUTSIDE.findAll(postRequestedFor(urlEqualTo("/sms/messages"))).stream()
                .map(request -> json.readTree(request.getBodyAsString()))
                .filter(message -> message.path("phone").asString().equals(phone))
                .map(message -> message.path("text").asString())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    protected String sentCode(String phone) {
        return sentText(phone).replaceAll(".*?(\\d{6}).*", "$1");
    }

    protected void bankKnows(String customerNumber, boolean borrower) {
        OUTSIDE.stubFor(post(urlEqualTo("/bank/customers/identification"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"customerNumber\":\"" + customerNumber + "\"}")));
        OUTSIDE.stubFor(get(urlPathEqualTo("/bank/customers/" + customerNumber))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"customerNumber\":\"" + customerNumber + "\",\"borrower\":" + borrower + "}")));
    }

    protected void bankAnswers(int status) {
        OUTSIDE.stubFor(post(urlEqualTo("/bank/customers/identification"))
                .willReturn(aResponse().withStatus(status).withBody("{}")));
    }

    protected Map<String, Object> claim(String phone, String code) {
        Map<String, Object> claim = new HashMap<>();
        claim.put("phone", phone);
        claim.put("code", code);
        claim.put("name", NAME);
        claim.put("idNumber", ID_NUMBER);
        return claim;
    }

    protected String codeFor(String token, String phone) throws Exception {
        tell("/api/v1/me/binding/code", token, Map.of("phone", phone));
        return sentCode(phone);
    }

    protected ResultActions bind(String token, String phone) throws Exception {
        return tell("/api/v1/me/binding", token, claim(phone, codeFor(token, phone)));
    }

    protected ResultActions remove(String path, String token, @Nullable Object body) throws Exception {
        return send(delete(path), token, body);
    }

    /** Tokens of people whom only the token knows. */
    protected String asMerchant(String userId, String role, String merchantId) {
        return person(userId, Principal.Kind.MERCHANT, role, Map.of("merchantId", merchantId));
    }

    /** Types of the events that were raised, those already sent included as long as they are stored. */
    protected List<String> everything() {
        List<String> all = new ArrayList<>();
        for (String collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection).find().map(Document::toJson).forEach(all::add);
        }
        return all;
    }
}
