package org.linli.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.linli.localstack.access.ScopeWalk;

/** Probes of the credit report, the policies and the straight-through path. */
final class PolicyProbes {
    private static final String ADMIN = "/api/v1/admin/loan-applications/";
    private static final String DECISION = "{\"accepted\":true,\"reason\":\"x\"}";

    /** Plants an application in the walked branch. */
    interface Planting {
        String applied();
    }

    private final Http http;
    private final Planting planting;
    private final String head;

    PolicyProbes(Http http, Planting planting, String branch, String path) {
        this.http = http;
        this.planting = planting;
        this.head = Tokens.staff("BRANCH_HEAD", branch, path);
        // For the whole walk: the short way asks about every new application too, and is to hear the same.
        new CreditWorld().consents().isClean();
    }

    void addTo(ScopeWalk walk) {
        walk.probe("POST /api/v1/admin/loan-applications/{id}/credit-report", may -> posts(may, "/credit-report", ""))
                .probe(
                        "GET /api/v1/admin/loan-applications/{id}/credit-report",
                        may -> reads(may, "/credit-report", "/credit-report"))
                .probe("POST /api/v1/admin/loan-applications/{id}/credit-report/reveal", may -> revealed(may))
                .probe(
                        "POST /api/v1/loan-applications/{id}/credit-explanations",
                        may -> reached(http.post(
                                "/api/v1/loan-applications/" + planting.applied() + "/credit-explanations",
                                Tokens.holding(may),
                                "{\"text\":\"x\"}")))
                .probe(
                        "POST /api/v1/admin/loan-applications/{id}/credit-explanations/decision",
                        may -> posts(may, "/credit-explanations/decision", DECISION))
                .probe("POST /api/v1/admin/loan-applications/{id}/assessments", may -> posts(may, "/assessments", ""))
                .probe(
                        "GET /api/v1/admin/loan-applications/{id}/assessments/latest",
                        may -> reads(may, "/assessments", "/assessments/latest"))
                .probe(
                        "POST /api/v1/admin/loan-applications/{id}/straight-through",
                        may -> posts(may, "/straight-through", ""))
                .probe(
                        "GET /api/v1/admin/loan-applications/{id}/straight-through",
                        may -> reads(may, "/straight-through", "/straight-through"));
    }

    private boolean posts(Map<String, List<String>> may, String what, String body) {
        return reached(http.post(ADMIN + planting.applied() + what, Tokens.holding(may), body));
    }

    private boolean reads(Map<String, List<String>> may, String made, String read) {
        String id = planting.applied();
        http.post(ADMIN + id + made, head, "");
        return reached(http.get(ADMIN + id + read, Tokens.holding(may)));
    }

    private boolean revealed(Map<String, List<String>> may) {
        String id = planting.applied();
        Http.Answer asked = http.post(ADMIN + id + "/credit-report", head, "");
        assertThat(asked.text("state")).isEqualTo("RECEIVED");
        return reached(http.post(ADMIN + id + "/credit-report/reveal", Tokens.holding(may), "{\"reason\":\"x\"}"));
    }

    /** A refusal by a rule tells that the case was seen. */
    private static boolean reached(Http.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isLessThan(500);
        return answer.status() != 403 && answer.status() != 404;
    }
}
