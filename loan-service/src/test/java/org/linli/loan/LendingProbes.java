package org.linli.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.linli.localstack.access.ScopeWalk;
import org.linli.starter.Ids;

/** Contracts, disbursements, loans and lines of one branch, for the walk along the organisation tree. */
abstract class LendingProbes extends LendingService {
    private static final String NEVER_SIGNS = "13900000999";
    private static final String MONEY = "/api/v1/admin/loans/disbursements";

    private String branch = "";
    private String account = "";
    private String prepared = "";
    private String paid = "";
    private String loan = "";
    private String line = "";

    /** Plants one of each in the branch; whatever is asked of them may be asked again. */
    void plant(String where) {
        branch = where;
        BANK.signatory(NEVER_SIGNS, "PENDING");
        Case before = prepared(ApprovedFixture.loan(), NEVER_SIGNS, branch);
        prepared = before.id();
        account = contractForm(before, NEVER_SIGNS);
        paid = signed(prepared(ApprovedFixture.loan(), "13900000001", branch), managerOf(branch))
                .id();
        http.post(CASES + paid + "/disbursement", clerk, "", "Idempotency-Key", Ids.next());
        loan = awaitStatus(paid, "DONE").text("loanId");
        line = signed(prepared(ApprovedFixture.line(500_000), "13900000001", branch), managerOf(branch))
                .id();
        http.post(CASES + line + "/credit-line", clerk, "", "Idempotency-Key", Ids.next());
    }

    ScopeWalk lending(ScopeWalk walk) {
        String contract = CASES + prepared + "/contract";
        String document =
                http.get(contract, managerOf(branch)).each("documents", "id").get(0);
        String cases = "/api/v1/admin/loan-applications/{id}";
        return walk.probe("POST " + cases + "/contract", grants -> posted(contract, account, grants))
                .probe("GET " + cases + "/contract", grants -> got(contract, grants))
                .probe(
                        "GET " + cases + "/contract/documents/{documentId}",
                        grants -> http.download(contract + "/documents/" + document, token(grants))[0] == '%')
                .probe("POST " + cases + "/contract/signing", grants -> posted(contract + "/signing", "", grants))
                .probe(
                        "POST " + cases + "/contract/reopening",
                        grants -> posted(CASES + paid + "/contract/reopening", "{\"reason\":\"x\"}", grants))
                .probe("POST " + cases + "/disbursement", grants -> posted(CASES + paid + "/disbursement", "", grants))
                .probe("GET " + cases + "/disbursement", grants -> got(CASES + paid + "/disbursement", grants))
                .probe("POST " + cases + "/credit-line", grants -> posted(CASES + line + "/credit-line", "", grants))
                .probe("GET " + MONEY, grants -> lists(MONEY, paid, grants))
                .probe("GET " + MONEY + "/{id}", grants -> got(MONEY + "/" + paid, grants))
                .probe("POST " + MONEY + "/{id}/inquiry", grants -> posted(MONEY + "/" + paid + "/inquiry", "", grants))
                .probe(
                        "POST " + MONEY + "/{id}/reversal",
                        grants -> posted(MONEY + "/" + paid + "/reversal", "{\"reason\":\"x\"}", grants))
                .probe(
                        "POST " + MONEY + "/{id}/reversal/confirmation",
                        grants -> posted(MONEY + "/" + paid + "/reversal/confirmation", "", grants))
                .probe("GET /api/v1/admin/loans", grants -> lists("/api/v1/admin/loans", loan, grants))
                .probe("GET /api/v1/loans/{id}", grants -> got("/api/v1/loans/" + loan, grants))
                .probe("GET /api/v1/loans/{id}/schedule", grants -> got("/api/v1/loans/" + loan + "/schedule", grants))
                .probe("GET /api/v1/loans/lines/{id}", grants -> got("/api/v1/loans/lines/" + line, grants));
    }

    private static String token(Map<String, List<String>> grants) {
        return Tokens.holding(grants);
    }

    /** A refusal by a rule shows that the thing was reached; 403 and 404 that it was not. */
    private static boolean reached(Http.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isLessThan(500);
        return answer.status() != 403 && answer.status() != 404;
    }

    private boolean got(String path, Map<String, List<String>> grants) {
        return reached(http.get(path, token(grants)));
    }

    private boolean posted(String path, String body, Map<String, List<String>> grants) {
        return reached(http.post(path, token(grants), body, "Idempotency-Key", Ids.next()));
    }

    /** Newest first: what was just planted is on one of the first pages. */
    private boolean lists(String path, String id, Map<String, List<String>> grants) {
        return http.get(path + "?size=100", token(grants)).each("items", "id").contains(id);
    }
}
