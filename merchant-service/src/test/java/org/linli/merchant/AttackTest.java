package org.linli.merchant;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.localstack.access.ForgedTokens;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** What an attacker tries first. */
class AttackTest extends HttpTest {
    private static final ForgedTokens TOKENS = new ForgedTokens(ForgedTokens.newKeys(), "attack-test");
    private static final String LIST = "/api/v1/admin/merchants";
    private static final String HEAD =
            "\"sub\":\"head\",\"kind\":\"staff\",\"roles\":[\"BRANCH_HEAD\"],\"may\":{\"/hq/\":[\"merchant.read\"]}";

    @Autowired
    MongoTemplate template;

    @BeforeEach
    void keysArePublished() {
        USER_SERVICE.stubFor(get(urlEqualTo("/.well-known/jwks.json")).willReturn(okJson(TOKENS.keySet())));
    }

    @Test
    void onlyATokenOfOurIssuerAndKeyIsBelieved() throws Exception {
        bearer("GET", LIST, TOKENS.genuine(HEAD)).andExpect(status().isOk());
        Map<String, Integer> answers = new HashMap<>();
        for (Map.Entry<String, String> attack : TOKENS.forged(HEAD).entrySet()) {
            answers.put(
                    attack.getKey(),
                    bearer("GET", LIST, attack.getValue())
                            .andReturn()
                            .getResponse()
                            .getStatus());
        }
        assertThat(answers).allSatisfy((attack, status) -> assertThat(status).isEqualTo(401));
        bearer("GET", LIST, TOKENS.genuine(HEAD)).andExpect(status().isOk());
    }

    @Test
    void rolesAloneAllowNothing() throws Exception {
        String noGrants = "\"sub\":\"head\",\"kind\":\"staff\",\"roles\":[\"BRANCH_HEAD\",\"ADMINISTRATOR\"]";
        for (String may : List.of(
                "",
                ",\"may\":null",
                ",\"may\":{}",
                ",\"may\":{\"/hq/\":[]}",
                ",\"may\":{\"/hq/\":\"merchant.read\"}")) {
            bearer("GET", LIST, TOKENS.genuine(noGrants + may)).andExpect(status().isForbidden());
        }
    }

    @Test
    void aGrantFurtherDownDoesNotReachUp() throws Exception {
        String id = appliedMerchant();
        String path = body(ask(LIST + "/" + id, Callers.staff(BRANCH_HEAD, "/hq/")))
                .path("organisationPath")
                .asString();
        String below = TOKENS.genuine(HEAD.replace("/hq/", path + "desk/"));
        bearer("GET", LIST + "/" + id, below).andExpect(status().isNotFound());
        bearer("GET", LIST, below).andExpect(jsonPath("$.items").isEmpty());
        bearer("GET", LIST + "/" + id, TOKENS.genuine(HEAD)).andExpect(status().isOk());
    }

    @Test
    void aServiceIsNoPersonAndAPersonNoService() throws Exception {
        String id = approvedMerchant();
        for (String path : List.of(LIST, LIST + "/" + id, "/api/v1/admin/offers", "/api/v1/me/coupons")) {
            refused(ask(path, Callers.service()), 403, "forbidden");
        }
        refused(tell("/api/v1/merchants", Callers.service(), application()), 403, "forbidden");
        refused(ask("/internal/v1/merchants/" + id, Callers.staff("ADMINISTRATOR", "/hq/")), 403, "forbidden");
        refused(ask("/internal/v1/merchants/" + id, Callers.owner(id)), 403, "forbidden");
        refused(ask("/internal/v1/merchants/" + id, Callers.consumer("c")), 403, "forbidden");
    }

    @Test
    void anApplicationBringsNoStatusOwnerOrBranchAlong() throws Exception {
        Map<String, Object> form = application();
        form.putAll(intrusions());
        ResultActions answer = tell("/api/v1/merchants", Callers.applicant("honest"), form);
        String id = body(answer).path("id").asString();
        assertThat(answer.andReturn().getResponse().getStatus()).isEqualTo(201);
        Document stored = template.findById(id, Document.class, "merchants");
        assertThat(stored.getString("status")).isEqualTo("APPLIED");
        assertThat(stored.getString("ownerId")).isEqualTo("honest");
        assertThat(id).isNotEqualTo("chosen");
        assertThat(stored.toJson()).doesNotContain("intruder", "/hq/evil/");
    }

    @Test
    void aProfileOrOfferBringsNothingAlongThatIsNotItsOwn() throws Exception {
        String id = approvedMerchant();
        Map<String, Object> profile = application();
        profile.putAll(intrusions());
        mvc.perform(request(HttpMethod.PUT, "/api/v1/merchants/mine")
                        .with(Callers.owner(id))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(profile)))
                .andExpect(jsonPath("$.id").value(id))
                .andExpect(jsonPath("$.status").value("APPROVED"));
        assertThat(template.findById(id, Document.class, "merchants").toJson()).doesNotContain("intruder", "/hq/evil/");

        Map<String, Object> form = offer(5, 1);
        form.putAll(intrusions());
        form.put("status", "LIVE");
        String path = "/api/v1/merchants/" + id + "/offers";
        refused(tell(path, Callers.owner(id), form), 400, "malformed-body");
        ask(path, Callers.owner(id)).andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void anothersMerchantIsNotMine() throws Exception {
        String mine = approvedMerchant();
        String theirs = approvedMerchant();
        String offerId = liveOffer(theirs, 5, 1);
        refused(tell("/api/v1/merchants/" + theirs + "/offers", Callers.owner(mine), offer(5, 1)), 403, "forbidden");
        refused(tell("/api/v1/offers/" + offerId + "/pause", Callers.owner(mine), null), 404, "not-found");
        refused(tell("/api/v1/offers/" + offerId + "/end", Callers.owner(mine), null), 404, "not-found");
        ask("/api/v1/offers/" + offerId, Callers.consumer("c"))
                .andExpect(jsonPath("$.status").value("LIVE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void aBodyTenThousandLevelsDeepIsMalformed(String level) throws Exception {
        String deep = level.repeat(10_000);
        refused(tell("/api/v1/merchants", Callers.applicant("a"), deep), 400, "malformed-body");
        refused(tell("/api/v1/merchants", Callers.applicant("a"), "{\"name\":" + deep), 400, "malformed-body");
        refused(tell(LIST + "/imports", importer(), "{\"rows\":[" + deep), 400, "malformed-body");
        refused(tell("/api/v1/redemptions", Callers.cashier("m"), Ids.next(), deep), 400, "malformed-body");
        refused(tell(LIST + "/m/reveal", Callers.staff(BRANCH_HEAD, "/hq/"), deep), 400, "malformed-body");
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() throws Exception {
        String large = "{\"name\":\"" + "x".repeat(1_100_000) + "\"}";
        refused(tell("/api/v1/merchants", Callers.applicant("a"), large), 413, "payload-too-large");
        refused(tell(LIST + "/imports", importer(), large), 413, "payload-too-large");
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor importer() {
        return Callers.staff("ADMINISTRATOR", "/hq/");
    }

    private static Map<String, Object> intrusions() {
        return Map.of(
                "id",
                "chosen",
                "status",
                "APPROVED",
                "merchantId",
                "intruder",
                "ownerId",
                "intruder",
                "registeredBy",
                "intruder",
                "organisationPath",
                "/hq/evil/",
                "branchId",
                "intruder",
                "attachment",
                Map.of("branchId", "intruder", "organisationPath", "/hq/evil/"));
    }

    private ResultActions bearer(String method, String path, String token) throws Exception {
        return mvc.perform(request(HttpMethod.valueOf(method), path).header("Authorization", "Bearer " + token));
    }
}
