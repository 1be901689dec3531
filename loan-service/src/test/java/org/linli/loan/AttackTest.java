package org.linli.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.localstack.access.ForgedTokens;

/** What an attacker tries first. */
class AttackTest extends RunningService {
    private static final String QUEUE = "/api/v1/admin/loan-applications";
    private static final String HEAD = "\"sub\":\"head\",\"kind\":\"staff\",\"roles\":[\"BRANCH_HEAD\"],"
            + "\"may\":{\"/hq/\":[\"loan-application.read\"]}";

    private final ForgedTokens tokens = Tokens.forge();

    @Test
    void only_a_token_of_our_issuer_and_key_is_believed() {
        assertThat(http.get(QUEUE, tokens.genuine(HEAD)).status()).isEqualTo(200);
        tokens.forged(HEAD)
                .forEach((attack, token) ->
                        assertThat(http.get(QUEUE, token).problem()).as(attack).isEqualTo("401 unauthenticated"));
    }

    @Test
    void roles_alone_allow_nothing() {
        String noGrants = "\"sub\":\"head\",\"kind\":\"staff\",\"roles\":[\"BRANCH_HEAD\",\"ADMINISTRATOR\"]";
        for (String may :
                List.of("", ",\"may\":null", ",\"may\":{}", ",\"may\":{\"/hq/\":[]}", ",\"may\":{\"/hq/\":\"x\"}")) {
            assertThat(http.get(QUEUE, tokens.genuine(noGrants + may)).problem())
                    .isEqualTo("403 forbidden");
        }
    }

    @Test
    void a_grant_further_down_does_not_reach_up() {
        String id =
                http.apply(Tokens.owner(approvedMerchant()), goodApplication()).text("id");
        String below = tokens.genuine(HEAD.replace("/hq/", "/hq/B01/desk/"));
        assertThat(http.get("/api/v1/loan-applications/" + id, below).problem()).isEqualTo("404 not-found");
        assertThat(http.get(QUEUE, below).each("items", "id")).isEmpty();
        assertThat(http.get("/api/v1/loan-applications/" + id, tokens.genuine(HEAD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_service_is_no_person_and_a_person_no_service() {
        String service = Tokens.service();
        assertThat(http.get(QUEUE, service).problem()).isEqualTo("403 forbidden");
        assertThat(http.get("/api/v1/loan-applications", service).problem()).isEqualTo("403 forbidden");
        assertThat(http.apply(service, goodApplication()).problem()).isEqualTo("403 forbidden");
        String internal = "/internal/v1/merchants/M1/loan-applications/latest";
        for (String person : List.of(
                Tokens.owner("M1"),
                Tokens.staff("ADMINISTRATOR", "hq", "/hq/"),
                Tokens.consumer(),
                tokens.genuine(HEAD))) {
            assertThat(http.get(internal, person).problem()).isEqualTo("403 forbidden");
        }
    }

    @Test
    void an_application_brings_no_merchant_branch_or_stage_along() {
        String mine = approvedMerchant();
        String theirs = merchantOf("B02", "APPROVED");
        String body = goodApplication().strip().replaceFirst("}$", """
                ,"id":"chosen","merchantId":"%s","branchId":"B02","organisationPath":"/hq/B02/","stage":"DISBURSEMENT",
                "submittedBy":"intruder","submission":{"merchantId":"%s"}}""".formatted(theirs, theirs));
        Http.Answer answer = http.apply(Tokens.owner(mine), body);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("id")).isNotEqualTo("chosen");
        assertThat(answer.text("merchantId")).isEqualTo(mine);
        assertThat(answer.text("branchId")).isEqualTo("B01");
        assertThat(answer.text("stage")).isEqualTo("SUBMITTED");
        assertThat(http.get("/api/v1/loan-applications", Tokens.owner(theirs)).each("items", "id"))
                .isEmpty();
    }

    @Test
    void anothers_application_is_not_mine() {
        String theirs =
                http.apply(Tokens.owner(approvedMerchant()), goodApplication()).text("id");
        assertThat(http.get("/api/v1/loan-applications/" + theirs, Tokens.owner(approvedMerchant()))
                        .problem())
                .isEqualTo("404 not-found");
        String noMerchant = Tokens.holding(Map.of("*", List.of("loan-application.own")));
        assertThat(http.get("/api/v1/loan-applications/" + theirs, noMerchant).problem())
                .isEqualTo("404 not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void a_body_ten_thousand_levels_deep_is_malformed(String level) {
        String deep = level.repeat(10_000);
        String admin = Tokens.staff("ADMINISTRATOR", "hq", "/hq/");
        assertThat(http.apply(Tokens.owner("M1"), deep).problem()).isEqualTo("400 malformed-body");
        assertThat(http.apply(Tokens.owner("M1"), "{\"other\":" + deep).problem())
                .isEqualTo("400 malformed-body");
        assertThat(http.post(QUEUE + "/imports", admin, "{\"rows\":[" + deep).problem())
                .isEqualTo("400 malformed-body");
        assertThat(http.post("/api/v1/loan-calculations", "", deep).problem()).isEqualTo("400 malformed-body");
    }

    @Test
    void a_body_over_the_limit_is_too_large() {
        String large = "{\"purpose\":\"" + "x".repeat(300_000) + "\"}";
        assertThat(http.apply(Tokens.owner("M1"), large).problem()).isEqualTo("413 payload-too-large");
        assertThat(http.post("/api/v1/loan-calculations", "", large).problem()).isEqualTo("413 payload-too-large");
    }
}
