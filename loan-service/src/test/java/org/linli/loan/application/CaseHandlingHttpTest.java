package org.linli.loan.application;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;

/** Questions, names and withdrawals over HTTP. */
class CaseHandlingHttpTest extends RunningService {
    private static final String CASES = "/api/v1/loan-applications/";
    private static final String QUEUE = "/api/v1/admin/loan-applications/";

    private final String branch = "H" + Ids.next();
    private final String path = "/hq/" + branch + "/";
    private final String manager = Tokens.staff("ACCOUNT_MANAGER", branch, path);
    private final String head = Tokens.staff("BRANCH_HEAD", branch, path);
    private String owner = "";

    @BeforeEach
    void aMerchantOfTheBranch() {
        owner = Tokens.owner(merchantOf(branch, "APPROVED"));
    }

    @Test
    void the_applicant_sees_what_is_asked_and_answers() {
        String id = applied();
        http.post(QUEUE + id + "/questions", manager, "{\"text\":\"请补充流水\"}");
        Http.Answer asked = http.get(CASES + id, owner);
        assertThat(asked.body().path("waitingFor").path("question").asString()).isEqualTo("请补充流水");
        assertThat(asked.text("nextStep")).isEqualTo("银行等待您的答复，等待期间不计入办理时限。");
        assertThat(http.post(QUEUE + id + "/questions", manager, "{\"text\":\"还有\"}")
                        .problem())
                .isEqualTo("409 already-waiting");
        Http.Answer answered = http.post(CASES + id + "/answers", owner, "{\"text\":\"已上传\"}");
        assertThat(answered.body().path("waitingFor").isNull()).isTrue();
        assertThat(answered.text("nextStep")).startsWith("客户经理正在核对");
        assertThat(http.post(CASES + id + "/answers", owner, "{\"text\":\"再答\"}")
                        .problem())
                .isEqualTo("409 not-waiting");
    }

    @Test
    void staff_note_an_answer_that_came_by_telephone() {
        String id = applied();
        http.post(QUEUE + id + "/questions", manager, "{\"text\":\"?\"}");
        Http.Answer noted = http.post(QUEUE + id + "/answers", manager, "{\"text\":\"电话答复\"}");
        assertThat(noted.status()).isEqualTo(200);
        assertThat(noted.body().path("waitingFor").isNull()).isTrue();
    }

    @Test
    void a_named_person_is_shown_and_others_do_not_act_in_the_case() {
        String id = applied();
        Http.Answer named = http.post(QUEUE + id + "/assignment", head, "{\"staffId\":\"manager-7\",\"name\":\"张经理\"}");
        assertThat(named.body().path("responsible").path("name").asString()).isEqualTo("张经理");
        String question = "{\"text\":\"?\"}";
        String stage = "{\"stage\":\"INVESTIGATION\"}";
        assertThat(http.post(QUEUE + id + "/questions", manager, question).problem())
                .isEqualTo("409 not-responsible");
        assertThat(http.post(QUEUE + id + "/stage", manager, stage).problem()).isEqualTo("409 not-responsible");
        String deputy = Tokens.staff("ACCOUNT_MANAGER", path, "deputy", Map.of("deputyFor", "manager-7"));
        assertThat(http.post(QUEUE + id + "/questions", deputy, question).status())
                .isEqualTo(200);
        assertThat(http.post(QUEUE + id + "/stage", head, stage).status())
                .as("whoever assigns cases may act")
                .isEqualTo(200);
    }

    @Test
    void only_somebody_who_is_at_work_and_may_handle_the_case_is_named() {
        String id = applied();
        String url = QUEUE + id + "/assignment";
        String body = "{\"staffId\":\"manager-8\",\"name\":\"张经理\"}";
        standing("manager-8", okJson("{\"atWork\":false,\"allowed\":false}"));
        assertThat(http.post(url, head, body).problem()).isEqualTo("422 staff-not-at-work");
        standing("manager-8", okJson("{\"atWork\":true,\"allowed\":false}"));
        assertThat(http.post(url, head, body).problem()).isEqualTo("422 staff-not-allowed");
        standing("manager-8", aResponse().withStatus(404));
        assertThat(http.post(url, head, body).problem()).isEqualTo("422 staff-unknown");
        standing("manager-8", aResponse().withStatus(503));
        assertThat(http.post(url, head, body).status()).isEqualTo(503);
        assertThat(http.get(CASES + id, owner).body().path("responsible").has("staffId"))
                .isFalse();
        standing("manager-8", okJson("{\"atWork\":true,\"allowed\":true}"));
        assertThat(http.post(url, head, body).status()).isEqualTo(200);
        NEIGHBOURS.verify(getRequestedFor(urlPathEqualTo("/internal/v1/staff/manager-8/standing"))
                .withQueryParam("permission", equalTo("loan-application.handle"))
                .withQueryParam("path", equalTo(path)));
    }

    private static void standing(String staffId, ResponseDefinitionBuilder answer) {
        NEIGHBOURS.stubFor(get(urlPathEqualTo("/internal/v1/staff/" + staffId + "/standing"))
                .willReturn(answer));
    }

    @Test
    void somebody_of_the_responsible_role_takes_over() {
        String id = applied();
        http.post(QUEUE + id + "/assignment", head, "{\"staffId\":\"manager-7\",\"name\":\"张经理\"}");
        Http.Answer taken = http.post(QUEUE + id + "/takeover", manager, "{\"name\":\"李经理\"}");
        assertThat(taken.body().path("responsible").path("staffId").asString()).isEqualTo("staff-ACCOUNT_MANAGER");
        String approver = Tokens.staff("APPROVER", "hq", "/hq/");
        assertThat(http.post(QUEUE + id + "/takeover", approver, "{\"name\":\"王\"}")
                        .problem())
                .isEqualTo("409 not-responsible");
    }

    @Test
    void the_applicant_withdraws_and_may_apply_again() {
        String id = applied();
        assertThat(http.post(CASES + id + "/withdrawal", owner, "").text("stage"))
                .isEqualTo("WITHDRAWN");
        assertThat(http.post(CASES + id + "/withdrawal", owner, "").status())
                .as("again")
                .isEqualTo(200);
        assertThat(http.apply(owner, goodApplication()).status()).isEqualTo(201);
        assertThat(http.post(QUEUE + id + "/questions", manager, "{\"text\":\"?\"}")
                        .problem())
                .isEqualTo("409 case-closed");
    }

    @Test
    void staff_withdraw_on_request_with_a_reason_only() {
        String id = applied();
        assertThat(http.post(QUEUE + id + "/withdrawal", manager, "{}").problem())
                .isEqualTo("400 invalid-parameter");
        assertThat(http.post(QUEUE + id + "/withdrawal", manager, "{\"reason\":\"客户电话要求\"}")
                        .text("stage"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void nobody_touches_another_merchants_application() {
        String id = applied();
        String stranger = Tokens.owner(approvedMerchant());
        assertThat(http.post(CASES + id + "/withdrawal", stranger, "").problem())
                .isEqualTo("404 not-found");
        assertThat(http.post(CASES + id + "/answers", stranger, "{\"text\":\"x\"}")
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void a_parallel_application_of_the_same_person_for_another_merchant_is_caught() {
        String person = "person-" + Ids.next();
        Http.Answer first = http.apply(Tokens.owner(person, approvedMerchant()), goodApplication());
        Http.Answer second = http.apply(Tokens.owner(person, approvedMerchant()), goodApplication());
        assertThat(second.problem()).isEqualTo("409 open-application-exists");
        assertThat(second.text("detail")).contains(first.text("id"));
    }

    private String applied() {
        return http.apply(owner, goodApplication()).text("id");
    }
}
