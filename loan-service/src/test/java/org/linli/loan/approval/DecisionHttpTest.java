package org.linli.loan.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.loan.Http;
import org.linli.loan.Tokens;
import org.linli.loan.application.Stage;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** Deciding alone over HTTP (rules L-8, P-2). */
class DecisionHttpTest extends ApprovalHttp {
    @Autowired
    Decisions decisions;

    @Autowired
    Conditions conditions;

    @Test
    void the_branch_head_approves_less_for_a_shorter_time_and_the_case_goes_to_the_contract() {
        String id = inApproval(50_000);
        Http.Answer answer = decide(id, head, approval(40_000, 6, "7.2500"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("APPROVED");
        assertThat(answer.body().path("terms").path("annualRatePercent").asString())
                .isEqualTo("7.2500");
        assertThat(answer.body().path("decidedBy").path("subject").asString()).isEqualTo("head-" + run);
        assertThat(answer.body().path("decidedBy").path("organisation").asString())
                .isEqualTo(branch);
        assertThat(answer.body().path("parameters").path("version").asInt()).isEqualTo(1);
        assertThat(answer.body().path("investigators").toString()).contains("manager-" + run, "risk-" + run);
        assertThat(answer.each("inputs", "available")).containsExactly("true", "false");
        assertThat(stageOf(id)).isEqualTo("CONTRACT");
        ApprovedTerms approved = decisions.approved(id).orElseThrow();
        assertThat(approved.amountFen()).isEqualTo(4_000_000);
        assertThat(approved.annualRatePercent()).isEqualByComparingTo("7.25");
        assertThat(approved.isValidOn(approved.validUntil())).isTrue();
        assertThat(approved.isValidOn(approved.validUntil().plusDays(1))).isFalse();
    }

    @Test
    void a_decision_above_the_limit_is_refused_and_the_next_level_takes_it() {
        String id = assessed(50_001);
        assertThat(decide(id, head, approval(50_001, 12, "6")).problem()).isEqualTo("422 above-approval-limit");
        assertThat(decide(id, head, refusal()).problem()).isEqualTo("422 above-approval-limit");
        Http.Answer answer = decide(id, approver, approval(50_001, 12, "6"));
        assertThat(answer.text("state")).isEqualTo("APPROVED");
        assertThat(answer.each("inputs", "reference")).containsExactly("policies 3", "reports 2");
        assertThat(decide(assessed(300_001), approver, approval(50_001, 12, "6"))
                        .problem())
                .as("the asked amount counts, not the approved one")
                .isEqualTo("422 above-approval-limit");
    }

    @Test
    void the_chair_decides_on_nothing_alone_but_returns_what_the_committee_would_hear() {
        assertThat(decide(inApproval(40_000), chair, approval(40_000, 12, "6")).problem())
                .isEqualTo("422 committee-decides");
        String id = inApproval(400_000);
        assertThat(decide(id, chair, questions()).text("state")).isEqualTo("SENT_BACK");
        assertThat(stageOf(id)).isEqualTo("INVESTIGATION");
    }

    @Test
    void an_investigator_never_approves() {
        String id = inApproval(40_000);
        Http.Answer answer = decide(id, staff("BRANCH_HEAD", path, "manager-" + run), approval(40_000, 12, "6"));
        assertThat(answer.problem()).isEqualTo("422 four-eyes-conflict");
        assertThat(answer.each("errors", "code")).containsExactly("investigated-it");
        assertThat(stageOf(id)).isEqualTo("APPROVAL");
    }

    @Test
    void neither_owners_nor_relatives_nor_deputies_of_investigators_decide() {
        String id = inApproval(40_000);
        String own = Tokens.staff("BRANCH_HEAD", path, "owner-of-" + merchant, Map.of());
        String aunt = Tokens.staff("BRANCH_HEAD", path, "aunt", Map.of("related", merchant));
        String deputy = Tokens.staff("BRANCH_HEAD", path, "deputy", Map.of("deputyFor", "x risk-" + run));
        assertThat(decide(id, own, refusal()).each("errors", "code")).containsExactly("own-case");
        assertThat(decide(id, aunt, refusal()).each("errors", "code")).containsExactly("relative");
        assertThat(decide(id, deputy, refusal()).each("errors", "code")).containsExactly("deputy-of-preparer");
    }

    @Test
    void another_branchs_head_does_not_even_see_the_case() {
        String stranger = staff("BRANCH_HEAD", "/hq/none/", "stranger");
        assertThat(decide(inApproval(40_000), stranger, refusal()).problem()).isEqualTo("404 not-found");
    }

    @Test
    void whoever_is_branch_head_elsewhere_is_none_here() {
        String id = inApproval(40_000);
        String elsewhere =
                Tokens.holding(Map.of("/hq/none/", List.of(Permissions.BRANCH), path, List.of(Permissions.CHAIR)));
        assertThat(decide(id, elsewhere, refusal()).problem()).isEqualTo("422 committee-decides");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUBMITTED", "INVESTIGATION"})
    void no_stage_is_skipped(String stage) {
        String id = http.apply(
                        Tokens.owner(merchantOf(branch, "APPROVED")), application("MICRO", 4_000_000, 12, "2020-01-01"))
                .text("id");
        if (stage.equals("INVESTIGATION")) {
            cases.move(id, Stage.INVESTIGATION, "system:test");
        }
        assertThat(decide(id, head, approval(40_000, 12, "6")).problem()).isEqualTo("409 wrong-stage");
        assertThat(stageOf(id)).isEqualTo(stage);
        assertThat(decisions.approved(id)).isEmpty();
    }

    @Test
    void more_than_asked_or_a_rate_outside_the_products_limits_is_refused_by_name() {
        String id = inApproval(40_000);
        Http.Answer more = decide(id, head, approval(40_001, 13, "12.5"));
        assertThat(more.problem()).isEqualTo("422 terms-refused");
        assertThat(more.each("errors", "code"))
                .containsExactly("amount-above-asked", "term-longer-than-asked", "rate-outside-product");
        assertThat(more.fields()).contains("terms.annualRatePercent");
        assertThat(decide(id, head, approval(40_000, 12, "4.3499")).each("errors", "code"))
                .containsExactly("rate-outside-product");
        String bullet = approval(40_000, 12, "6").replace("EQUAL_INSTALMENT", "BULLET");
        assertThat(decide(id, head, bullet).each("errors", "code")).containsExactly("method-not-offered");
        assertThat(stageOf(id)).isEqualTo("APPROVAL");
    }

    @Test
    void nothing_is_approved_below_its_price() {
        assertThat(decide(assessed(60_000), approver, approval(60_000, 12, "5.99"))
                        .each("errors", "code"))
                .containsExactly("rate-below-price");
    }

    @Test
    void a_larger_amount_without_findings_is_not_approved_but_may_be_declined() {
        String id = inApproval(60_000);
        Http.Answer answer = decide(id, approver, approval(60_000, 12, "6"));
        assertThat(answer.problem()).isEqualTo("422 inputs-missing");
        assertThat(answer.each("errors", "code")).containsExactly("INVESTIGATION");
        assertThat(decide(id, approver, refusal()).text("state")).isEqualTo("DECLINED");
    }

    @Test
    void a_refusal_tells_the_applicant_why_in_safe_words_and_nothing_else() {
        String id = inApproval(40_000);
        decide(id, head, refusal());
        assertThat(stageOf(id)).isEqualTo("DECLINED");
        Http.Answer told = http.get("/api/v1/loan-applications/" + id + "/decision", Tokens.owner(merchant));
        assertThat(told.text("decision")).isEqualTo("DECLINED");
        assertThat(told.each("reasons", "text")).containsExactly("现有负债较高。", "按目前的经营收入，还款能力尚不足以承担所申请的贷款。");
        assertThat(told.text("appealUntil")).isNotEmpty();
        assertThat(told.body().toString()).doesNotContain("内部说明", "head-" + run);
        Http.Answer english = http.get(
                "/api/v1/loan-applications/" + id + "/decision", Tokens.owner(merchant), "Accept-Language", "en");
        assertThat(english.each("reasons", "text")).contains("The existing debt is high.");
    }

    @Test
    void a_case_sent_back_is_investigated_and_comes_again_as_a_second_round() {
        String id = inApproval(40_000);
        Http.Answer back = decide(id, head, questions());
        assertThat(back.each("questions", "")).hasSize(1);
        assertThat(stageOf(id)).isEqualTo("INVESTIGATION");
        cases.move(id, Stage.APPROVAL, "system:test");
        assertThat(decide(id, head, approval(40_000, 12, "6"))
                        .body()
                        .path("round")
                        .asInt())
                .isEqualTo(2);
        assertThat(http.get(ADMIN + id + "/decisions", head).each("items", "state"))
                .containsExactly("SENT_BACK", "APPROVED");
    }

    @Test
    void a_repeated_request_is_answered_the_same_and_another_body_under_its_key_refused() {
        String id = inApproval(40_000);
        String key = Ids.next();
        String url = ADMIN + id + "/decision";
        Http.Answer first = http.post(url, head, approval(40_000, 12, "6"), "Idempotency-Key", key);
        Http.Answer second = http.post(url, head, approval(40_000, 12, "6"), "Idempotency-Key", key);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(http.post(url, head, refusal(), "Idempotency-Key", key).problem())
                .isEqualTo("422 idempotency-key-reused");
        assertThat(http.post(url, head, refusal()).problem()).isEqualTo("400 idempotency-key-required");
        assertThat(decide(id, head, refusal()).problem()).isEqualTo("409 wrong-stage");
    }

    @Test
    void conditions_are_fulfilled_with_evidence_and_waived_only_by_the_deciding_level() {
        String id = assessed(60_000);
        decide(id, approver, approval(60_000, 12, "6"));
        String clerk = staff("DISBURSEMENT_CLERK", "/hq/", "clerk");
        String one = ADMIN + id + "/conditions/c1/fulfilment";
        assertThat(http.post(one, clerk, "{\"text\":\"保证合同第 12 号\"}").status()).isEqualTo(200);
        assertThat(http.post(one, clerk, "{\"text\":\"再次\"}").problem()).isEqualTo("409 condition-settled");
        assertThat(conditions.open(id)).extracting(Conditions.OpenCondition::id).containsExactly("c2");
        String two = ADMIN + id + "/conditions/c2/waiver";
        assertThat(http.post(two, head, "{\"text\":\"价值足够\"}").problem()).isEqualTo("422 higher-level-required");
        String risk = staff("APPROVER", "/hq/", "risk-" + run);
        assertThat(http.post(two, risk, "{\"text\":\"价值足够\"}").problem()).isEqualTo("422 four-eyes-conflict");
        assertThat(http.post(two, approver, "{\"text\":\"价值足够\"}").each("conditions", "state"))
                .containsExactly("FULFILLED", "WAIVED");
        assertThat(conditions.open(id)).isEmpty();
        assertThat(http.post(ADMIN + id + "/conditions/c3/waiver", approver, "{\"text\":\"x\"}")
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void broken_decisions_are_refused_naming_the_field() {
        String id = inApproval(40_000);
        assertThat(decide(id, head, "{}").fields()).containsExactly("decision");
        assertThat(decide(id, head, "{\"decision\":\"APPROVED\"}").fields()).containsExactly("terms");
        assertThat(decide(id, head, "{\"decision\":\"DECLINED\"}").fields()).containsExactly("reasons");
        assertThat(decide(id, head, "{\"decision\":\"SENT_BACK\",\"questions\":[\" \"]}")
                        .status())
                .isEqualTo(400);
        assertThat(decide(id, head, refusal().replace("\"note\"", "\"questions\":[\"x\"],\"note\""))
                        .fields())
                .containsExactly("decision");
        assertThat(decide(id, head, approval(40_000, 12, "6").replace("4000000", "4000000.5"))
                        .status())
                .isEqualTo(400);
        assertThat(http.get(ADMIN + id + "/decision", head).problem()).isEqualTo("404 not-found");
    }
}
