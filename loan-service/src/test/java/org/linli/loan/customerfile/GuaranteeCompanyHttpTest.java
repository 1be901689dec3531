package org.linli.loan.customerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** Guarantee companies: caps that hold, over HTTP and under many at once. */
class GuaranteeCompanyHttpTest extends RunningService {
    private static final String COMPANIES = "/api/v1/admin/guarantee-companies";

    private final String branch = "G" + Ids.next();
    private final String path = "/hq/" + branch + "/";
    private final String manager = Tokens.staff("ACCOUNT_MANAGER", branch, path);
    private final String administrator = Tokens.staff("ADMINISTRATOR", "hq", "/hq/");

    @Autowired
    private GuaranteeCompanies companies;

    @Autowired
    private CaseGuarantees guarantees;

    @Autowired
    private LoanCases loans;

    @Test
    void loans_never_take_more_than_the_cap_however_many_ask_at_once() throws Exception {
        String company = company(1_000);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<GuaranteeOutcome>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String loan = "L" + i / 2;
                answers.add(threads.submit(() -> companies.reserve(company, loan, 100)));
            }
            int done = 0;
            for (Future<GuaranteeOutcome> answer : answers) {
                done += answer.get() instanceof GuaranteeOutcome.Done ? 1 : 0;
            }
            assertThat(done).isBetween(10, 20);
        } finally {
            threads.shutdownNow();
        }
        GuaranteeCompany after = companies.find(company).orElseThrow();
        assertThat(after.usedFen()).isEqualTo(1_000);
        assertThat(after.uses().stream().map(GuaranteeCompany.Use::loanId).collect(Collectors.toSet()))
                .hasSize(10);
    }

    @Test
    void what_a_loan_gave_back_it_does_not_take_again() {
        String company = company(1_000);
        companies.reserve(company, "L1", 600);
        assertThat(companies.release(company, "L1")).isEqualTo(new GuaranteeOutcome.Done(1_000));
        assertThat(companies.release(company, "L1")).isEqualTo(new GuaranteeOutcome.Done(1_000));
        assertThat(companies.reserve(company, "L1", 600)).isInstanceOf(GuaranteeOutcome.Released.class);
        companies.paidOut("L1", "loan-1");
        assertThat(companies.find(company).orElseThrow().usedFen()).isZero();
        assertThat(companies.reserve("nobody", "L1", 1)).isInstanceOf(GuaranteeOutcome.UnknownCompany.class);
    }

    @Test
    void a_case_reserves_over_http_once_and_not_above_the_cap() {
        String company = company(6_000_000);
        String use = "/api/v1/admin/loan-applications/" + applied() + "/guarantee-company";
        String body = "{\"companyId\":\"" + company + "\",\"amountFen\":5000000}";
        assertThat(http.post(use, manager, body).problem()).isEqualTo("400 idempotency-key-required");
        String key = Ids.next();
        assertThat(http.post(use, manager, body, "Idempotency-Key", key).text("availableFen"))
                .isEqualTo("1000000");
        assertThat(http.post(use, manager, body, "Idempotency-Key", key).text("availableFen"))
                .isEqualTo("1000000");
        assertThat(http.post(use, manager, body, "Idempotency-Key", Ids.next()).text("availableFen"))
                .isEqualTo("1000000");
        assertThat(http.post(use, manager, body.replace("5000000", "4000000"), "Idempotency-Key", Ids.next())
                        .problem())
                .isEqualTo("409 guarantee-reserved-differently");
        String other = "/api/v1/admin/loan-applications/" + applied() + "/guarantee-company";
        assertThat(http.post(other, manager, body, "Idempotency-Key", Ids.next())
                        .problem())
                .isEqualTo("422 guarantee-above-cap");
        assertThat(http.post(other, manager, body.replace("5000000", "-1"), "Idempotency-Key", Ids.next())
                        .fields())
                .containsExactly("amountFen");
        assertThat(http.send("DELETE", use + "/" + company, manager).text("availableFen"))
                .isEqualTo("6000000");
        assertThat(http.post(use, manager, body, "Idempotency-Key", Ids.next()).problem())
                .isEqualTo("409 guarantee-released");
        String elsewhere = Tokens.staff("ACCOUNT_MANAGER", "none", "/hq/none/");
        assertThat(http.post(use, elsewhere, body, "Idempotency-Key", Ids.next())
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void a_withdrawn_case_gives_its_guarantee_back_by_itself_and_one_that_is_paid_out_keeps_it() {
        String company = company(1_000);
        String withdrawn = applied();
        String paidOut = applied();
        companies.reserve(company, withdrawn, 600);
        companies.reserve(company, paidOut, 300);
        companies.paidOut(paidOut, "loan-" + paidOut);
        loans.move(withdrawn, Stage.WITHDRAWN, "system:test");
        loans.move(paidOut, Stage.WITHDRAWN, "system:test");
        guarantees.releaseFailed();
        assertThat(companies.find(company).orElseThrow().availableFen()).isEqualTo(700);
    }

    @Test
    void companies_and_caps_are_head_offices() {
        String company = company(1_000);
        companies.reserve(company, "L1", 600);
        String cap = COMPANIES + "/" + company + "/cap";
        assertThat(http.put(cap, administrator, "{\"capFen\":599}").problem()).isEqualTo("422 cap-below-use");
        assertThat(http.put(cap, administrator, "{\"capFen\":700}").text("availableFen"))
                .isEqualTo("100");
        assertThat(http.put(cap, manager, "{\"capFen\":700}").problem()).isEqualTo("403 forbidden");
        String below = Tokens.staff("ADMINISTRATOR", branch, path);
        assertThat(http.put(cap, below, "{\"capFen\":700}").problem()).isEqualTo("403 forbidden");
        assertThat(http.get(COMPANIES + "?size=1", manager).body().path("items").size())
                .isEqualTo(1);
    }

    private String company(long capFen) {
        return http.post(
                        COMPANIES,
                        administrator,
                        "{\"name\":\"惠农担保\",\"capFen\":" + capFen + "}",
                        "Idempotency-Key",
                        Ids.next())
                .text("id");
    }

    private String applied() {
        return http.apply(Tokens.owner(merchantOf(branch, "APPROVED")), goodApplication())
                .text("id");
    }
}
