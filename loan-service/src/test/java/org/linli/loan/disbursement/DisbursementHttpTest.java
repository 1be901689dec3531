package org.linli.loan.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.loan.ApprovedFixture;
import org.linli.loan.Http;
import org.linli.loan.LendingService;
import org.linli.loan.PlayedBank.Fault;
import org.linli.loan.Tokens;
import org.linli.loan.application.Stage;
import org.linli.starter.Ids;

/** Letting money go, over HTTP, with a core bank that has bad days. */
class DisbursementHttpTest extends LendingService {
    private static final String DISBURSEMENTS = "/api/v1/admin/loans/disbursements/";

    @Test
    void a_signed_case_is_paid_becomes_a_loan_and_ends_its_way() {
        Case of = signed(ApprovedFixture.loan());
        Http.Answer paid = disburse(of, clerk);
        assertThat(paid.status()).as(paid.body().toString()).isEqualTo(200);
        assertThat(paid.text("account")).isEqualTo("**** " + of.account().substring(15));
        assertThat(paid.body().toString()).doesNotContain(of.account()).doesNotContain("王小明");
        Http.Answer done = awaitStatus(of.id(), "DONE");
        assertThat(BANK.booked(of.account(), "DISBURSEMENT")).containsExactly(of.id() + "-P1");
        assertThat(stageOf(of.id())).isEqualTo(Stage.DISBURSED);
        String owner = Tokens.owner(of.merchantId());
        assertThat(http.get("/api/v1/loans", owner).each("items", "id")).containsExactly(done.text("loanId"));
        assertThat(http.get(CASES + of.id() + "/disbursement", clerk).text("status"))
                .isEqualTo("DONE");
    }

    @Test
    void ordered_twice_it_is_paid_once_and_answered_alike() {
        Case of = signed(ApprovedFixture.loan());
        String key = Ids.next();
        Http.Answer first = http.post(CASES + of.id() + "/disbursement", clerk, "", "Idempotency-Key", key);
        Http.Answer again = http.post(CASES + of.id() + "/disbursement", clerk, "", "Idempotency-Key", key);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(disburse(of, secondClerk).text("loanId")).as("another key").isEqualTo(first.text("loanId"));
        awaitStatus(of.id(), "DONE");
        assertThat(BANK.booked(of.account(), "DISBURSEMENT")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER_LOST", "ANSWER_LATE", "NONSENSE"})
    void an_answer_that_does_not_arrive_is_asked_for_not_paid_for_again(Fault fault) {
        Case of = signed(ApprovedFixture.loan());
        BANK.faults(of.account(), fault);
        Http.Answer ordered = disburse(of, clerk);
        assertThat(ordered.status()).isEqualTo(200);
        awaitStatus(of.id(), "DONE");
        assertThat(BANK.booked(of.account(), "DISBURSEMENT")).hasSize(1);
        assertThat(BANK.payCalls(of.id() + "-P1")).as("never a blind retry").isEqualTo(1);
    }

    @Test
    void while_the_core_bank_is_away_it_waits_visibly_and_goes_on_by_itself() {
        Case of = signed(ApprovedFixture.loan());
        BANK.faults(of.account(), Fault.DOWN, Fault.CUT_BEFORE, Fault.DOWN);
        Http.Answer waiting = disburse(of, clerk);
        assertThat(waiting.status()).isEqualTo(200);
        assertThat(waiting.text("status")).isEqualTo("PAYING");
        assertThat(waiting.text("trouble")).isEqualTo("http-503");
        assertThat(waiting.text("nextTryAt")).isNotEmpty();
        awaitStatus(of.id(), "DONE");
        assertThat(BANK.booked(of.account(), "DISBURSEMENT")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER_OF_ANOTHER_LOAN", "ANSWER_OF_ANOTHER_AMOUNT"})
    void an_answer_about_something_else_is_held_until_a_clerk_has_the_bank_asked_again(Fault fault) {
        Case of = signed(ApprovedFixture.loan());
        BANK.faults(of.account(), fault);
        assertThat(disburse(of, clerk).text("status")).isEqualTo("HELD");
        assertThat(http.get("/api/v1/loans", Tokens.owner(of.merchantId())).each("items", "id"))
                .isEmpty();
        assertThat(http.get("/api/v1/admin/loans/disbursements?status=HELD&size=100", clerk)
                        .each("items", "id"))
                .contains(of.id());
        Http.Answer asked = http.post(DISBURSEMENTS + of.id() + "/inquiry", clerk, "");
        assertThat(asked.status()).isEqualTo(200);
        awaitStatus(of.id(), "DONE");
        assertThat(BANK.booked(of.account(), "DISBURSEMENT")).hasSize(1);
        assertThat(http.post(DISBURSEMENTS + of.id() + "/inquiry", clerk, "").problem())
                .isEqualTo("409 disbursement-status");
    }

    @Test
    void after_a_refusal_a_clerk_orders_again_under_a_new_reference() {
        Case of = signed(ApprovedFixture.loan());
        BANK.faults(of.account(), Fault.REFUSED);
        Http.Answer refused = disburse(of, clerk);
        assertThat(refused.text("status")).isEqualTo("REFUSED");
        assertThat(refused.text("trouble")).isEqualTo("account-closed");
        disburse(of, clerk);
        awaitStatus(of.id(), "DONE");
        assertThat(BANK.booked(of.account(), "DISBURSEMENT")).containsExactly(of.id() + "-P2");
    }

    @Test
    void an_open_condition_stops_the_money_and_is_named() {
        Case of = signed(ApprovedFixture.under(
                ApprovedFixture.loan(), List.of("办妥抵押登记"), LocalDate.now().plusDays(9)));
        Http.Answer answer = disburse(of, clerk);
        assertThat(answer.problem()).isEqualTo("422 disbursement-conditions-open");
        assertThat(answer.each("errors", "detail")).containsExactly("放款前提未满足：办妥抵押登记");
        assertThat(BANK.booked(of.account(), "DISBURSEMENT")).isEmpty();
    }

    @Test
    void an_approval_that_was_changed_after_signing_stops_the_money() {
        Case of = signed(ApprovedFixture.loan());
        ApprovedFixture.approve(
                of.id(),
                ApprovedFixture.under(
                        ApprovedFixture.loan(), List.of(), LocalDate.now().plusYears(5)));
        assertThat(disburse(of, clerk).each("errors", "code")).containsExactly("approval-changed");
    }

    @Test
    void before_everyone_has_signed_the_stage_is_wrong() {
        Case of = prepared(ApprovedFixture.loan(), "13900000001");
        assertThat(disburse(of, clerk).problem()).isEqualTo("409 wrong-stage");
    }

    @Test
    void who_decided_investigated_or_prepared_does_not_pay_out() {
        Case of = signed(ApprovedFixture.loan());
        String applicant = cases.find(of.id()).orElseThrow().submittedBy();
        for (String person : List.of("approver-1", "manager-1", applicant)) {
            String token = Tokens.staff("DISBURSEMENT_CLERK", "/hq/", person, Map.of());
            assertThat(disburse(of, token).problem()).isEqualTo("422 four-eyes-conflict");
        }
    }

    @Test
    void an_owner_another_branchs_clerk_and_a_call_without_a_key_are_turned_away() {
        Case of = signed(ApprovedFixture.loan());
        assertThat(disburse(of, Tokens.owner(of.merchantId())).problem()).isEqualTo("403 forbidden");
        String elsewhere = Tokens.staff("DISBURSEMENT_CLERK", "/hq/B02/", "clerk-9", Map.of());
        assertThat(disburse(of, elsewhere).problem()).isEqualTo("404 not-found");
        assertThat(http.post(CASES + of.id() + "/disbursement", clerk, "").problem())
                .isEqualTo("400 idempotency-key-required");
        assertThat(BANK.booked(of.account(), "DISBURSEMENT")).isEmpty();
    }

    @Test
    void money_comes_back_once_when_a_second_clerk_agrees() {
        Case of = paid(ApprovedFixture.loan());
        BANK.faults(of.account(), Fault.ANSWER_LOST);
        assertThat(reverse(of, clerk).text("status")).isEqualTo("REVERSAL_REQUESTED");
        assertThat(confirm(of, clerk).problem()).isEqualTo("422 four-eyes-conflict");
        assertThat(confirm(of, secondClerk).status()).isEqualTo(200);
        Http.Answer back = awaitStatus(of.id(), "REVERSED");
        assertThat(confirm(of, secondClerk).text("status")).isEqualTo("REVERSED");
        assertThat(BANK.booked(of.account(), "REVERSAL")).containsExactly(of.id() + "-R1");
        String owner = Tokens.owner(of.merchantId());
        assertThat(http.get("/api/v1/loans/" + back.text("loanId"), owner).text("status"))
                .isEqualTo("REVERSED");
    }

    @Test
    void nothing_is_taken_back_that_was_not_paid_or_without_a_reason() {
        Case of = signed(ApprovedFixture.loan());
        assertThat(reverse(of, clerk).problem()).isEqualTo("404 not-found");
        BANK.faults(of.account(), Fault.REFUSED);
        disburse(of, clerk);
        assertThat(reverse(of, clerk).problem()).isEqualTo("409 disbursement-status");
        assertThat(http.post(
                                DISBURSEMENTS + of.id() + "/reversal",
                                clerk,
                                "{\"reason\":\" \"}",
                                "Idempotency-Key",
                                Ids.next())
                        .problem())
                .isEqualTo("400 invalid-parameter");
    }

    @Test
    void an_entrusted_payment_goes_to_the_supplier() {
        Case of = approved(ApprovedFixture.loan());
        String form = contractForm(of, "13900000001").replace("OWN_ACCOUNT", "ENTRUSTED");
        http.post(CASES + of.id() + "/contract", manager, form);
        signed(of, manager);
        assertThat(disburse(of, clerk).text("payeeKind")).isEqualTo("ENTRUSTED");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> BANK.booked(of.account(), "DISBURSEMENT").size() == 1);
    }

    private Http.Answer reverse(Case of, String by) {
        return http.post(
                DISBURSEMENTS + of.id() + "/reversal", by, "{\"reason\":\"打错账户\"}", "Idempotency-Key", Ids.next());
    }

    private Http.Answer confirm(Case of, String by) {
        return http.post(DISBURSEMENTS + of.id() + "/reversal/confirmation", by, "", "Idempotency-Key", Ids.next());
    }
}
