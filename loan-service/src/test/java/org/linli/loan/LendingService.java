package org.linli.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.loan.application.CaseMove;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.contract.ApprovedTerms;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** The service with cases that are approved, signed or paid. Each case has an account number of its own. */
public abstract class LendingService extends RunningService {
    protected static final String CASES = "/api/v1/admin/loan-applications/";
    private static final AtomicLong ACCOUNT = new AtomicLong(6_222_000_000_000_000_000L);

    @Autowired
    protected LoanCases cases;

    protected final String manager = Tokens.staff("ACCOUNT_MANAGER", "/hq/B01/", "manager-1", Map.of());
    protected final String clerk = Tokens.staff("DISBURSEMENT_CLERK", "/hq/", "clerk-1", Map.of());
    protected final String secondClerk = Tokens.staff("DISBURSEMENT_CLERK", "/hq/", "clerk-2", Map.of());

    /** @param account where the money goes */
    protected record Case(String id, String merchantId, String account) {}

    /** The same case, whose money is to go elsewhere. */
    protected static Case toAnotherAccount(Case of) {
        return new Case(of.id(), of.merchantId(), String.valueOf(ACCOUNT.incrementAndGet()));
    }

    protected Case approved(ApprovedTerms terms) {
        return approved(terms, "B01");
    }

    protected Case approved(ApprovedTerms terms, String branch) {
        String merchant = merchantOf(branch, "APPROVED");
        String id = http.apply(Tokens.owner(merchant), goodApplication()).text("id");
        for (Stage next : new Stage[] {Stage.INVESTIGATION, Stage.APPROVAL, Stage.CONTRACT}) {
            assertThat(cases.move(id, next, "system:test")).isInstanceOf(CaseMove.Moved.class);
        }
        ApprovedFixture.approve(id, terms);
        return new Case(id, merchant, String.valueOf(ACCOUNT.incrementAndGet()));
    }

    /** @param borrowersPhone by which the played platform knows whether the borrower signs */
    protected static String contractForm(Case of, String borrowersPhone) {
        return """
                {"borrower":{"name":"王小明","idNumber":"990001196005110018","phone":"%s","address":"中心街 8 号"},
                "guarantors":[{"name":"李大力","idNumber":"990001197005110018","phone":"13900000002","address":"人民路 3 号"}],
                "payee":{"kind":"OWN_ACCOUNT","accountName":"王小明","accountNumber":"%s","bankName":"邻里农商银行城关支行"}}
                """.formatted(borrowersPhone, of.account());
    }

    protected Case prepared(ApprovedTerms terms, String borrowersPhone) {
        return prepared(terms, borrowersPhone, "B01");
    }

    protected static String managerOf(String branch) {
        return Tokens.staff("ACCOUNT_MANAGER", "/hq/" + branch + "/", "manager-1", Map.of());
    }

    protected Case prepared(ApprovedTerms terms, String borrowersPhone, String branch) {
        Case fresh = approved(terms, branch);
        Http.Answer answer =
                http.post(CASES + fresh.id() + "/contract", managerOf(branch), contractForm(fresh, borrowersPhone));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return fresh;
    }

    /** Everyone has signed; the case waits for its money. */
    protected Case signed(ApprovedTerms terms) {
        Case fresh = prepared(terms, "13900000001");
        return signed(fresh, manager);
    }

    protected Case signed(Case prepared, String by) {
        http.post(CASES + prepared.id() + "/contract/signing", by, "");
        await().atMost(Duration.ofSeconds(20)).until(() -> stageOf(prepared.id()) == Stage.DISBURSEMENT);
        return prepared;
    }

    protected Stage stageOf(String caseId) {
        return cases.find(caseId).orElseThrow().stage();
    }

    protected Http.Answer disburse(Case of, String by) {
        return http.post(CASES + of.id() + "/disbursement", by, "", "Idempotency-Key", Ids.next());
    }

    protected Case paid(ApprovedTerms terms) {
        Case fresh = signed(terms);
        disburse(fresh, clerk);
        awaitStatus(fresh.id(), "DONE");
        return fresh;
    }

    protected Http.Answer disbursement(String id) {
        return http.get("/api/v1/admin/loans/disbursements/" + id, clerk);
    }

    protected Http.Answer awaitStatus(String disbursementId, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(disbursement(disbursementId).text("status")).isEqualTo(status));
        return disbursement(disbursementId);
    }
}
