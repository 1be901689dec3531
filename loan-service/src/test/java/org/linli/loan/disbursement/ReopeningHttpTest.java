package org.linli.loan.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.loan.ApprovedFixture;
import org.linli.loan.Http;
import org.linli.loan.LendingService;
import org.linli.loan.PlayedBank.Fault;
import org.linli.loan.Tokens;
import org.linli.loan.WriteBoundaries;
import org.linli.loan.application.Stage;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.springframework.beans.factory.annotation.Autowired;

/** Back from the disbursement to the contract: never while money may be on its way (rules L-12, L-13). */
class ReopeningHttpTest extends LendingService {
    private static final String REASON = "受托支付对象变更";

    @Autowired
    Reopening reopening;

    @Test
    void a_wrong_account_is_put_right_by_a_new_contract_and_only_that_is_paid() {
        Case wrong = signed(ApprovedFixture.loan());
        Http.Answer back = reopen(wrong, clerk);
        assertThat(back.status()).as(back.body().toString()).isEqualTo(200);
        assertThat(back.text("status")).isEqualTo("SET_ASIDE");
        assertThat(back.text("setAsideFor")).isEqualTo(REASON);
        assertThat(stageOf(wrong.id())).isEqualTo(Stage.CONTRACT);
        assertThat(http.get(CASES + wrong.id() + "/contract", manager).text("status"))
                .isEqualTo("SUPERSEDED");
        assertThat(disburse(wrong, clerk).problem()).isEqualTo("409 wrong-stage");
        assertThat(reopen(wrong, clerk).status()).as("the same wish again").isEqualTo(200);
        Case right = signedAnew(wrong);
        assertThat(disburse(right, clerk).status()).isEqualTo(200);
        awaitStatus(right.id(), "DONE");
        assertThat(BANK.booked(wrong.account(), "DISBURSEMENT")).isEmpty();
        assertThat(BANK.booked(right.account(), "DISBURSEMENT")).containsExactly(right.id() + "-P2");
        assertThat(stageOf(right.id())).isEqualTo(Stage.DISBURSED);
        assertThat(reopen(right, clerk).problem()).isEqualTo("409 wrong-stage");
    }

    @ParameterizedTest
    @EnumSource(names = {"DOWN", "ANSWER_OF_ANOTHER_AMOUNT"})
    void there_is_no_way_back_while_the_core_bank_may_have_been_asked(Fault fault) {
        Case of = signed(ApprovedFixture.loan());
        BANK.faults(of.account(), fault, fault, fault);
        disburse(of, clerk);
        assertThat(reopen(of, clerk).problem()).isEqualTo("409 disbursement-status");
        assertThat(http.get(CASES + of.id() + "/contract", manager).text("status"))
                .isEqualTo("SIGNED");
        assertThat(stageOf(of.id())).isEqualTo(Stage.DISBURSEMENT);
    }

    @Test
    void after_a_definite_refusal_there_is_a_way_back_and_the_new_account_is_paid() {
        Case closed = signed(ApprovedFixture.loan());
        BANK.faults(closed.account(), Fault.REFUSED);
        assertThat(disburse(closed, clerk).text("status")).isEqualTo("REFUSED");
        assertThat(reopen(closed, manager).text("status")).isEqualTo("SET_ASIDE");
        Case open = signedAnew(closed);
        disburse(open, clerk);
        Http.Answer done = awaitStatus(open.id(), "DONE");
        assertThat(done.each("earlier", "payment")).containsExactly("REFUSED");
        assertThat(BANK.booked(closed.account(), "DISBURSEMENT")).isEmpty();
        assertThat(BANK.booked(open.account(), "DISBURSEMENT")).hasSize(1);
    }

    @Test
    void a_case_that_was_led_back_may_be_taken_back_by_its_applicant() {
        Case of = signed(ApprovedFixture.loan());
        reopen(of, clerk);
        String withdrawal = "/api/v1/loan-applications/" + of.id() + "/withdrawal";
        assertThat(http.post(withdrawal, Tokens.owner(of.merchantId()), "").status())
                .isEqualTo(200);
        assertThat(stageOf(of.id())).isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void a_line_is_led_back_before_it_is_opened_and_not_afterwards() {
        Case of = signed(ApprovedFixture.line(500_000));
        assertThat(reopen(of, clerk).status()).isEqualTo(200);
        Case anew = signedAnew(of);
        String line = CASES + anew.id() + "/credit-line";
        assertThat(http.post(line, clerk, "", "Idempotency-Key", Ids.next()).status())
                .isEqualTo(200);
        assertThat(stageOf(anew.id())).isEqualTo(Stage.DISBURSED);
        assertThat(disbursement(anew.id()).text("status")).isEqualTo("LINE");
        assertThat(reopen(anew, clerk).problem()).isEqualTo("409 wrong-stage");
    }

    @Test
    void only_who_prepares_or_pays_leads_a_case_back_and_says_why() {
        Case of = signed(ApprovedFixture.loan());
        assertThat(reopen(of, Tokens.owner(of.merchantId())).problem()).isEqualTo("403 forbidden");
        assertThat(reopen(of, Tokens.staff("APPROVER", "/hq/", "approver-1", Map.of()))
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(reopen(of, managerOf("B02")).problem()).isEqualTo("404 not-found");
        assertThat(http.post(CASES + of.id() + "/contract/reopening", clerk, "{}")
                        .problem())
                .isEqualTo("400 invalid-parameter");
        assertThat(stageOf(of.id())).isEqualTo(Stage.DISBURSEMENT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void wherever_the_service_dies_the_way_back_is_gone_to_its_end_or_not_begun(boolean afterwards) {
        boolean killed = true;
        int write = 0;
        while (killed && write < 10) {
            write++;
            Case of = signed(ApprovedFixture.loan());
            killed = WriteBoundaries.killedAt(write, afterwards, () -> reopening.reopen(of.id(), REASON, himself()));
            if (write == 2) {
                assertThat(disburse(of, clerk).problem())
                        .as("an order finishes the way back instead")
                        .isEqualTo("409 wrong-stage");
            }
            cases.find(of.id()).ifPresent(reopening::resume);
            boolean begun = disbursement(of.id()).status() == 200;
            assertThat(stageOf(of.id())).isEqualTo(begun ? Stage.CONTRACT : Stage.DISBURSEMENT);
            assertThat(BANK.booked(of.account(), "DISBURSEMENT")).isEmpty();
        }
        assertThat(write).as("places to die at").isGreaterThan(2);
    }

    @Test
    void of_an_order_and_a_way_back_at_the_same_time_exactly_one_happens() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 8; round++) {
                Case of = signed(ApprovedFixture.loan());
                CountDownLatch start = new CountDownLatch(1);
                Future<Http.Answer> order = threads.submit(() -> {
                    start.await();
                    return disburse(of, clerk);
                });
                Future<Http.Answer> back = threads.submit(() -> {
                    start.await();
                    return reopen(of, secondClerk);
                });
                start.countDown();
                boolean paid = order.get().status() == 200;
                assertThat(back.get().status() == 200).isEqualTo(!paid);
                if (paid) {
                    awaitStatus(of.id(), "DONE");
                }
                assertThat(stageOf(of.id())).isEqualTo(paid ? Stage.DISBURSED : Stage.CONTRACT);
                assertThat(BANK.booked(of.account(), "DISBURSEMENT")).hasSize(paid ? 1 : 0);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Case signedAnew(Case old) {
        Case right = toAnotherAccount(old);
        Http.Answer prepared = http.post(CASES + right.id() + "/contract", manager, contractForm(right, "13900000001"));
        assertThat(prepared.status()).as(prepared.body().toString()).isEqualTo(200);
        return signed(right, manager);
    }

    private Http.Answer reopen(Case of, String by) {
        return http.post(CASES + of.id() + "/contract/reopening", by, "{\"reason\":\"" + REASON + "\"}");
    }

    private static Caller himself() {
        return new Caller("clerk-1", "staff", Set.of("DISBURSEMENT_CLERK"), "hq", Map.of(), List.of("/hq/"), Map.of());
    }
}
