package org.linli.loan.customerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.loan.ApprovedFixture;
import org.linli.loan.LendingService;
import org.linli.loan.WriteBoundaries;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** A paid-out loan uses up what a guarantee company set aside for it, once, and not any longer when it is taken back. */
class GuaranteeUseTest extends LendingService {
    private static final long FEN = 5_000_000;
    private static final String DISBURSEMENTS = "/api/v1/admin/loans/disbursements/";

    @Autowired
    private GuaranteeCompanies companies;

    @Test
    void a_disbursement_consumes_the_cap_and_its_reversal_gives_it_back() {
        String company = company();
        Case of = signed(ApprovedFixture.loan());
        companies.reserve(company, of.id(), FEN);
        disburse(of, clerk);
        awaitStatus(of.id(), "DONE");
        await().atMost(Duration.ofSeconds(20)).until(() -> consumed(company) == FEN);
        http.post(DISBURSEMENTS + of.id() + "/reversal", clerk, "{\"reason\":\"打错账户\"}", "Idempotency-Key", Ids.next());
        http.post(DISBURSEMENTS + of.id() + "/reversal/confirmation", secondClerk, "", "Idempotency-Key", Ids.next());
        await().atMost(Duration.ofSeconds(20)).until(() -> consumed(company) == 0);
        assertThat(companies.find(company).orElseThrow().usedFen())
                .as("set aside, for the case may go on")
                .isEqualTo(FEN);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void heard_again_after_the_service_died_at_its_write_it_counts_once(boolean afterwards) {
        String company = company();
        companies.reserve(company, "case-" + company, FEN);
        assertThat(WriteBoundaries.killedAt(1, afterwards, () -> companies.paidOut("case-" + company, "loan-1")))
                .isTrue();
        companies.paidOut("case-" + company, "loan-1");
        assertThat(consumed(company)).isEqualTo(FEN);
        assertThat(WriteBoundaries.killedAt(1, afterwards, () -> companies.takenBack("case-" + company, "loan-1")))
                .isTrue();
        companies.takenBack("case-" + company, "loan-1");
        assertThat(consumed(company)).isZero();
        companies.paidOut("case-" + company, "loan-1");
        assertThat(consumed(company)).as("an old event that comes late").isZero();
        companies.paidOut("case-" + company, "loan-2");
        companies.takenBack("case-" + company, "loan-1");
        assertThat(consumed(company)).as("the next loan of the case stays").isEqualTo(FEN);
    }

    @Test
    void what_a_case_whose_loan_was_taken_back_does_not_need_any_more_is_free_after_a_while() {
        String company = company();
        Case of = paid(ApprovedFixture.loan());
        companies.reserve(company, of.id(), FEN);
        companies.paidOut(of.id(), "loan-1");
        companies.takenBack(of.id(), "loan-1");
        new CaseGuarantees(companies, cases, Clock.systemUTC()).releaseFailed();
        assertThat(companies.find(company).orElseThrow().usedFen()).isEqualTo(FEN);
        new CaseGuarantees(companies, cases, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11))).releaseFailed();
        boolean endedForGood = !stageOf(of.id()).isOpen();
        assertThat(companies.find(company).orElseThrow().usedFen()).isEqualTo(endedForGood ? 0 : FEN);
    }

    private String company() {
        return companies.open(Ids.next(), "惠农担保", "/hq/", 10 * FEN).id();
    }

    private long consumed(String company) {
        return companies.find(company).orElseThrow().consumedFen();
    }
}
