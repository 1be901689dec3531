package org.linli.user.rights;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.PeopleHttpTest;
import org.linli.user.privacy.PersonalData;
import org.linli.user.privacy.Phone;
import org.springframework.beans.factory.annotation.Autowired;

/** What people may demand (rule P-4). */
class RightsHttpTest extends PeopleHttpTest {
    private static final Map<String, String> CONFIRMED = Map.of("confirmation", "FORGET ME");

    private final String openid = "o-plant-" + Ids.next();
    private final String unionid = "u-plant-" + Ids.next();
    private final String phone = newPhone();
    private final String number = "C" + Ids.next();

    @Autowired
    private PersonalData personalData;

    private String known(boolean borrower) throws Exception {
        bankKnows(number, borrower);
        String token = wechat("hq", openid, unionid);
        bind(token, phone).andExpect(status().isOk());
        place("/api/v1/me/profile", token, Map.of("nickname", "夏洛克")).andExpect(status().isOk());
        place("/api/v1/me/consents/MARKETING", token, Map.of("granted", true, "textVersion", "v1"));
        return token;
    }

    @Test
    void everything_that_is_known_is_handed_out_in_the_clear_and_on_record() throws Exception {
        String token = known(false);
        long notes = mongo.getCollection("audit_notes").countDocuments();
        String file = ask("/api/v1/me/data-export", token)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", Matchers.startsWith("attachment")))
                .andExpect(jsonPath("$.consents[0].purpose").value("MARKETING"))
                .andExpect(jsonPath("$.sessions[0].id").isString())
                .andExpect(jsonPath("$.sessions[0].openedAt").isString())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(file).contains(openid, unionid, phone, number, ID_NUMBER, NAME, "夏洛克");
        assertThat(mongo.getCollection("audit_notes").countDocuments()).isGreaterThan(notes);
        refused(ask("/api/v1/me/data-export", null), 401, "unauthenticated");
        refused(ask("/api/v1/me/data-export", administrator()), 403, "forbidden");
    }

    @Test
    void whoever_is_forgotten_leaves_no_trace_and_comes_back_as_someone_new() throws Exception {
        String token = known(false);
        String id = userId(token);
        String customerId =
                body(ask("/api/v1/me/binding", token)).path("customerId").asString();
        remove("/api/v1/me", token, CONFIRMED).andExpect(status().isNoContent());
        List<String> left = everything();
        List<String> traces = List.of(
                phone,
                number,
                NAME,
                "夏洛克",
                openid,
                unionid,
                personalData.index(new Phone(phone)),
                personalData.index("openid", "hq", openid),
                personalData.index("unionid", unionid));
        traces.forEach(trace -> assertThat(left).noneMatch(document -> document.contains(trace)));
        assertThat(mongo.getCollection("users")
                        .find(new org.bson.Document("_id", id))
                        .first())
                .doesNotContainKeys("bankCustomer", "phoneIndex")
                .containsEntry("personEncrypted", "");
        assertThat(mongo.getCollection("bank_customers")
                        .find(new org.bson.Document("_id", customerId))
                        .first()
                        .getList("users", String.class))
                .isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ask("/api/v1/me", token).andExpect(status().isUnauthorized()));
        String again = wechat("hq", openid, unionid);
        assertThat(userId(again)).isNotEqualTo(id);
        ask("/api/v1/me/consents", again)
                .andExpect(jsonPath("$.items[0].granted").value(false));
    }

    @Test
    void both_users_of_a_merged_person_are_forgotten() throws Exception {
        String second = "o-plant-b01-" + Ids.next();
        wechat("hq", openid, null);
        wechat("b01", second, null);
        wechat("b01", second, unionid);
        String token = wechat("hq", openid, unionid);
        remove("/api/v1/me", token, CONFIRMED).andExpect(status().isNoContent());
        assertThat(everything())
                .noneMatch(one -> one.contains(personalData.index("openid", "b01", second))
                        || one.contains(personalData.index("openid", "hq", openid)));
    }

    @Test
    void logins_are_told_with_their_devices_those_of_a_merged_user_too_and_are_forgotten() throws Exception {
        String second = "o-plant-b01-" + Ids.next();
        wechat("hq", openid, null);
        logIn("b01", second, null, "Tablet");
        wechat("b01", second, unionid);
        String token = logIn("hq", openid, unionid, "Phone");
        String file = ask("/api/v1/me/data-export", token)
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(json.readTree(file).path("sessions")).hasSize(4);
        assertThat(file).contains("\"Tablet\"", "\"Phone\"");
        String id = userId(token);
        remove("/api/v1/me", token, CONFIRMED).andExpect(status().isNoContent());
        assertThat(mongo.getCollection("refresh_families").countDocuments(new org.bson.Document("userId", id)))
                .isZero();
        assertThat(everything()).noneMatch(one -> one.contains("\"Tablet\"") || one.contains("\"Phone\""));
    }

    private String logIn(String account, String openid, String unionid, String device) throws Exception {
        return body(send(
                        post("/api/v1/auth/wechat").header("User-Agent", device),
                        null,
                        Map.of("accountId", account, "code", wechatCode(account, openid, unionid))))
                .path("accessToken")
                .asString();
    }

    @Test
    void a_borrower_is_kept_because_the_law_says_so() throws Exception {
        String token = known(true);
        refused(remove("/api/v1/me", token, CONFIRMED), 409, "retention-required");
        ask("/api/v1/me/binding", token).andExpect(status().isOk());
    }

    @Test
    void while_the_bank_cannot_say_nobody_is_forgotten() throws Exception {
        String token = known(false);
        OUTSIDE.stubFor(get(urlPathEqualTo("/bank/customers/" + number))
                .willReturn(aResponse().withStatus(500)));
        refused(remove("/api/v1/me", token, CONFIRMED), 503, "dependency-unavailable");
        ask("/api/v1/me/binding", token).andExpect(status().isOk());
    }

    @Test
    void forgetting_is_confirmed_in_body_or_header() throws Exception {
        String token = newConsumer();
        refused(remove("/api/v1/me", token, null), 400, "invalid-parameter");
        refused(remove("/api/v1/me", token, Map.of("confirmation", "yes")), 400, "invalid-parameter");
        send(delete("/api/v1/me").header("Confirmation", "FORGET ME"), token, null)
                .andExpect(status().isNoContent());
        refused(remove("/api/v1/me", administrator(), "{broken"), 403, "forbidden");
    }

    @Test
    void the_last_owner_of_a_merchant_must_stay() throws Exception {
        String merchant = "m" + Ids.next();
        String owner = merchantPerson(merchant, phone, "OWNER");
        refused(remove("/api/v1/me", owner, CONFIRMED), 409, "last-owner");
        merchantPerson(merchant, newPhone(), "OWNER");
        remove("/api/v1/me", owner, CONFIRMED).andExpect(status().isNoContent());
        assertThat(everything())
                .noneMatch(one -> one.contains(phone) || one.contains(personalData.index(new Phone(phone))));
        assertThat(userId(phoneLogin(phone))).isNotEqualTo(userId0(owner));
    }

    private static String userId0(String token) {
        String claims = new String(
                java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]),
                java.nio.charset.StandardCharsets.UTF_8);
        return claims.replaceAll(".*\"sub\":\"([^\"]+)\".*", "$1");
    }
}
