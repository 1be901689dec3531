package org.linli.loan.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.loan.ApprovedFixture;
import org.linli.loan.Http;
import org.linli.loan.LendingService;
import org.linli.loan.Tokens;
import org.linli.loan.WriteBoundaries;
import org.linli.loan.application.CaseHistory;
import org.linli.loan.application.Stage;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.springframework.beans.factory.annotation.Autowired;

/** After a reversal the case shows the truth: its money is not out (rules L-1, L-13). */
class ReversalHttpTest extends LendingService {
    private static final String DISBURSEMENTS = "/api/v1/admin/loans/disbursements/";

    @Autowired
    TakingBack takingBack;

    @Test
    void a_case_whose_money_was_taken_back_waits_for_its_money_again() {
        Case of = takenBack();
        assertThat(stageOf(of.id())).isEqualTo(Stage.DISBURSEMENT);
        Http.Answer seen = http.get("/api/v1/loan-applications/" + of.id(), Tokens.owner(of.merchantId()));
        assertThat(seen.text("stageName")).isEqualTo("放款");
        assertThat(seen.text("stageDueAt")).isNotEmpty();
        assertThat(seen.body().path("responsible").path("role").asString()).isEqualTo("DISBURSEMENT_CLERK");
        assertThat(historyOf(of).steps())
                .extracting(CaseHistory.Step::stage)
                .endsWith(Stage.DISBURSEMENT, Stage.DISBURSED, Stage.DISBURSEMENT);
    }

    @Test
    void it_is_paid_again_by_a_new_order_as_a_loan_of_its_own() {
        Case of = takenBack();
        String first = disbursement(of.id()).text("loanId");
        assertThat(disburse(of, clerk).status()).isEqualTo(200);
        Http.Answer again = awaitStatus(of.id(), "DONE");
        assertThat(BANK.booked(of.account(), "DISBURSEMENT"))
                .containsExactlyInAnyOrder(of.id() + "-P1", of.id() + "-P2");
        assertThat(again.each("earlier", "loanId")).containsExactly(first);
        assertThat(again.text("loanId")).isNotEqualTo(first);
        assertThat(loan(first, of).text("status")).isEqualTo("REVERSED");
        assertThat(loan(again.text("loanId"), of).text("status")).isEqualTo("ACTIVE");
        assertThat(stageOf(of.id())).isEqualTo(Stage.DISBURSED);
        takeBack(of);
        assertThat(BANK.booked(of.account(), "REVERSAL"))
                .as("no reference is used twice")
                .containsExactlyInAnyOrder(of.id() + "-R1", of.id() + "-R2");
        assertThat(stageOf(of.id())).isEqualTo(Stage.DISBURSEMENT);
    }

    @Test
    void it_is_closed_with_a_reason_when_nobody_wants_the_money_any_more() {
        Case of = takenBack();
        http.post(CASES + of.id() + "/contract/reopening", clerk, "{\"reason\":\"客户放弃用款\"}");
        Http.Answer closed = http.post(CASES + of.id() + "/withdrawal", manager, "{\"reason\":\"客户放弃用款\"}");
        assertThat(closed.status()).as(closed.body().toString()).isEqualTo(200);
        assertThat(stageOf(of.id())).isEqualTo(Stage.WITHDRAWN);
        assertThat(disburse(of, clerk).problem()).isEqualTo("409 wrong-stage");
        assertThat(BANK.booked(of.account(), "DISBURSEMENT")).hasSize(1);
    }

    @Test
    void what_a_guarantee_company_guarantees_for_follows_the_money() {
        String administrator = Tokens.staff("ADMINISTRATOR", "hq", "/hq/");
        String company = http.post(
                        "/api/v1/admin/guarantee-companies",
                        administrator,
                        "{\"name\":\"惠农担保\",\"capFen\":9000000}",
                        "Idempotency-Key",
                        Ids.next())
                .text("id");
        Case of = signed(ApprovedFixture.loan());
        String use = "{\"companyId\":\"" + company + "\",\"amountFen\":5000000}";
        http.post(CASES + of.id() + "/guarantee-company", manager, use, "Idempotency-Key", Ids.next());
        assertThat(cap(company, administrator)).isEqualTo("5000000 reserved, 0 consumed");
        disburse(of, clerk);
        awaitStatus(of.id(), "DONE");
        assertThat(cap(company, administrator)).isEqualTo("0 reserved, 5000000 consumed");
        takeBack(of);
        assertThat(cap(company, administrator)).isEqualTo("5000000 reserved, 0 consumed");
    }

    @Test
    void a_draw_that_was_taken_back_gives_its_share_back_and_leaves_the_line_open() {
        Case of = signed(ApprovedFixture.line(1_000_000));
        http.post(CASES + of.id() + "/credit-line", clerk, "", "Idempotency-Key", Ids.next());
        String draw = http.post(
                        "/api/v1/loans/lines/" + of.id() + "/draws",
                        Tokens.owner(of.merchantId()),
                        "{\"amountFen\":400000,\"termMonths\":3}",
                        "Idempotency-Key",
                        Ids.next())
                .text("id");
        awaitStatus(draw, "DONE");
        takeBack(draw);
        assertThat(http.get("/api/v1/loans/lines/" + of.id(), clerk).text("availableFen"))
                .isEqualTo("1000000");
        assertThat(stageOf(of.id())).isEqualTo(Stage.DISBURSED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_case_follows_wherever_the_service_dies(boolean afterwards) {
        boolean killed = true;
        int write = 0;
        while (killed && write < 20) {
            write++;
            Case of = paid(ApprovedFixture.loan());
            request(of.id());
            killed = WriteBoundaries.killedAt(write, afterwards, () -> takingBack.confirm(of.id(), secondHimself()));
            if (disbursement(of.id()).text("status").equals("REVERSAL_REQUESTED")) {
                confirm(of.id());
            }
            awaitStatus(of.id(), "REVERSED");
            assertThat(stageOf(of.id())).isEqualTo(Stage.DISBURSEMENT);
            assertThat(historyOf(of).steps()).hasSize(7);
            assertThat(BANK.booked(of.account(), "REVERSAL")).hasSize(1);
        }
        assertThat(write).as("places to die at").isGreaterThan(4);
    }

    private CaseHistory historyOf(Case of) {
        List<CaseHistory> found = new ArrayList<>();
        Instant now = Instant.now();
        cases.histories(List.of("/hq/B01/"), now.minusSeconds(600), now.plusSeconds(60), one -> {
            if (one.id().equals(of.id())) {
                found.add(one);
            }
        });
        return found.get(0);
    }

    private String cap(String company, String by) {
        List<Http.Answer> seen = new ArrayList<>();
        String after = "";
        do {
            seen.add(http.get("/api/v1/admin/guarantee-companies?size=100" + after, by));
            after = "&after=" + seen.get(seen.size() - 1).text("next");
        } while (!after.equals("&after="));
        return seen.stream()
                .flatMap(page -> page.body().path("items").valueStream())
                .filter(one -> one.path("id").asString().equals(company))
                .map(one -> one.path("reservedFen").asLong() + " reserved, "
                        + one.path("consumedFen").asLong() + " consumed")
                .findFirst()
                .orElseThrow();
    }

    private Http.Answer loan(String id, Case of) {
        return http.get("/api/v1/loans/" + id, Tokens.owner(of.merchantId()));
    }

    private Case takenBack() {
        Case of = paid(ApprovedFixture.loan());
        takeBack(of);
        return of;
    }

    private void takeBack(Case of) {
        takeBack(of.id());
        await().atMost(Duration.ofSeconds(20)).until(() -> stageOf(of.id()) == Stage.DISBURSEMENT);
    }

    private void takeBack(String id) {
        request(id);
        confirm(id);
        awaitStatus(id, "REVERSED");
    }

    private void request(String id) {
        String reason = "{\"reason\":\"打错账户\"}";
        assertThat(http.post(DISBURSEMENTS + id + "/reversal", clerk, reason, "Idempotency-Key", Ids.next())
                        .status())
                .isEqualTo(200);
    }

    private void confirm(String id) {
        assertThat(http.post(
                                DISBURSEMENTS + id + "/reversal/confirmation",
                                secondClerk,
                                "",
                                "Idempotency-Key",
                                Ids.next())
                        .status())
                .isEqualTo(200);
    }

    private static Caller secondHimself() {
        return new Caller("clerk-2", "staff", Set.of("DISBURSEMENT_CLERK"), "hq", Map.of(), List.of("/hq/"), Map.of());
    }
}
