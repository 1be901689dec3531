package org.linli.loan.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.loan.Http;
import org.linli.loan.Tokens;
import org.linli.loan.WriteBoundaries;
import org.linli.starter.security.Caller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** An approval that lapsed is decided on anew, not prolonged (rules L-8, P-2). */
class RenewalHttpTest extends ApprovalHttp {
    @Autowired
    Decisions decisions;

    @Autowired
    Renewals renewals;

    @Autowired
    MongoOperations mongo;

    final String manager = staff("ACCOUNT_MANAGER", path, "manager-" + run);

    @Test
    void a_lapsed_approval_goes_back_and_is_decided_on_anew_with_a_fresh_assessment() {
        String id = lapsed(200_000, approver);
        Http.Answer asked = renew(id, manager);
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(200);
        assertThat(asked.body().path("renewal").path("reason").asString()).isEqualTo("客户延期办证");
        assertThat(stageOf(id)).isEqualTo("APPROVAL");
        assertThat(decisions.approved(id)).as("nothing is approved now").isEmpty();
        Http.Answer early = decide(id, approver, approval(200_000, 12, "6"));
        assertThat(early.problem()).isEqualTo("422 inputs-missing");
        assertThat(early.each("errors", "code")).containsExactly("ASSESSMENT");
        inputs.give(id, "6");
        Http.Answer anew = decide(id, approver, approval(150_000, 12, "6.5"));
        assertThat(anew.status()).as(anew.body().toString()).isEqualTo(200);
        assertThat(anew.body().path("round").asInt()).isEqualTo(2);
        assertThat(stageOf(id)).isEqualTo("CONTRACT");
        ApprovedTerms approved = decisions.approved(id).orElseThrow();
        assertThat(approved.amountFen()).isEqualTo(15_000_000);
        assertThat(approved.isValidOn(LocalDate.now().plusDays(30))).isTrue();
        assertThat(renew(id, manager).problem()).isEqualTo("422 approval-still-valid");
    }

    @Test
    void a_small_amount_needs_a_fresh_credit_report_too_once_its_approval_has_lapsed() {
        String id = lapsed(40_000, head);
        renew(id, manager);
        assertThat(decide(id, head, approval(40_000, 12, "6")).problem())
                .as("the bureau has told nothing new")
                .isEqualTo("422 inputs-missing");
        assertThat(decide(id, head, refusal()).text("state")).isEqualTo("DECLINED");
    }

    @Test
    void whoever_asked_for_it_does_not_decide_on_it() {
        String id = lapsed(200_000, approver);
        String colleague = "colleague-" + run;
        assertThat(renew(id, staff("ACCOUNT_MANAGER", path, colleague)).status())
                .isEqualTo(200);
        inputs.give(id, "6");
        Http.Answer own = decide(id, staff("APPROVER", "/hq/", colleague), approval(200_000, 12, "6"));
        assertThat(own.each("errors", "code")).containsExactly("prepared-it");
        assertThat(decide(id, approver, approval(200_000, 12, "6")).status()).isEqualTo(200);
    }

    @Test
    void an_approval_that_is_valid_or_not_given_is_not_renewed() {
        String id = assessed(200_000);
        assertThat(renew(id, manager).problem()).isEqualTo("409 wrong-stage");
        decide(id, approver, approval(200_000, 12, "6"));
        assertThat(renew(id, manager).problem()).isEqualTo("422 approval-still-valid");
        assertThat(stageOf(id)).isEqualTo("CONTRACT");
    }

    @Test
    void only_an_account_manager_of_the_place_asks_and_says_why() {
        String id = lapsed(200_000, approver);
        assertThat(renew(id, head).problem()).isEqualTo("403 forbidden");
        assertThat(renew(id, staff("ACCOUNT_MANAGER", "/hq/B02/", "manager-9")).problem())
                .isEqualTo("404 not-found");
        assertThat(http.post(ADMIN + id + "/decision/renewal", manager, "{\"reason\":\" \"}")
                        .problem())
                .isEqualTo("400 invalid-parameter");
        String aunt = Tokens.staff("ACCOUNT_MANAGER", path, "aunt", Map.of("related", merchant));
        assertThat(renew(id, aunt).problem()).isEqualTo("422 four-eyes-conflict");
        assertThat(stageOf(id)).isEqualTo("CONTRACT");
    }

    @Test
    void a_contract_that_lies_before_the_parties_is_set_aside_first() {
        String id = assessed(200_000);
        decide(id, approver, approval(200_000, 12, "6"));
        String borrower = "13900000777";
        BANK.signatory(borrower, "PENDING");
        String contract = ADMIN + id + "/contract";
        http.post(contract, manager, """
                {"borrower":{"name":"王小明","idNumber":"990001196005110018","phone":"%s","address":"中心街 8 号"},"guarantors":[],
                "payee":{"kind":"OWN_ACCOUNT","accountName":"王小明","accountNumber":"6222000000007777","bankName":"城关支行"}}
                """.formatted(borrower));
        assertThat(http.post(contract + "/signing", manager, "").text("status")).isEqualTo("SIGNING");
        lapse(id);
        assertThat(renew(id, manager).status()).isEqualTo(200);
        assertThat(http.get(contract, manager).text("status")).isEqualTo("SUPERSEDED");
        assertThat(stageOf(id)).isEqualTo("APPROVAL");
    }

    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "2,false", "2,true"})
    void wherever_the_service_dies_the_wish_is_fulfilled_once_or_forgotten(int write, boolean afterwards) {
        String id = lapsed(200_000, approver);
        WriteBoundaries.killedAt(write, afterwards, () -> renewals.ask(id, "客户延期办证", himself()));
        cases.find(id).ifPresent(renewals::resume);
        if (write == 1 && !afterwards) {
            assertThat(stageOf(id)).isEqualTo("CONTRACT");
        }
        renew(id, manager);
        assertThat(stageOf(id)).isEqualTo("APPROVAL");
        assertThat(renew(id, manager).status()).as("the same wish again").isEqualTo(200);
        assertThat(http.get("/api/v1/loan-applications/" + id, Tokens.owner(merchant))
                        .each("stages", "stage"))
                .containsExactly("SUBMITTED", "INVESTIGATION", "APPROVAL", "CONTRACT", "APPROVAL");
    }

    @ParameterizedTest
    @CsvSource({"40000,BRANCH_HEAD", "200000,APPROVER", "400000,COMMITTEE_CHAIR"})
    void the_applicant_sees_who_decides_by_the_band_of_the_amount(long yuan, String role) {
        String id = inApproval(yuan);
        assertThat(responsible(id, "role")).isEqualTo(role);
        assertThat(responsible(id, "organisationId")).isEqualTo(role.equals("BRANCH_HEAD") ? branch : "hq");
        assertThat(responsible(id, "roleName")).isNotEmpty();
    }

    @Test
    void on_appeal_the_level_above_is_named() {
        String id = inApproval(40_000);
        decide(id, head, refusal());
        http.post("/api/v1/loan-applications/" + id + "/appeal", Tokens.owner(merchant), "{\"reasons\":\"请复议\"}");
        assertThat(stageOf(id)).isEqualTo("APPROVAL");
        assertThat(responsible(id, "role")).isEqualTo("APPROVER");
    }

    private String responsible(String id, String field) {
        return http.get("/api/v1/loan-applications/" + id, Tokens.owner(merchant))
                .body()
                .path("responsible")
                .path(field)
                .asString();
    }

    private String lapsed(long yuan, String decider) {
        String id = assessed(yuan);
        assertThat(decide(id, decider, approval(yuan, 12, "6")).status()).isEqualTo(200);
        lapse(id);
        return id;
    }

    /** Its last day was yesterday. */
    private void lapse(String id) {
        Query latest = Query.query(Criteria.where("_id").is(Decision.idOf(id, 1)));
        Update past = new Update().set("ruling.validUntil", LocalDate.now().minusDays(2));
        assertThat(mongo.updateFirst(latest, past, Decision.class).getModifiedCount())
                .isEqualTo(1);
    }

    private Http.Answer renew(String id, String by) {
        return http.post(ADMIN + id + "/decision/renewal", by, "{\"reason\":\"客户延期办证\"}");
    }

    private Caller himself() {
        return new Caller(
                "manager-" + run, "staff", Set.of("ACCOUNT_MANAGER"), branch, Map.of(), List.of(path), Map.of());
    }
}
