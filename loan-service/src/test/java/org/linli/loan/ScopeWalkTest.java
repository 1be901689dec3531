package org.linli.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.localstack.access.ScopeWalk;
import org.linli.starter.Ids;

/** Every endpoint with data of an organisation shows a branch's things to that branch and above, to nobody else (P-1). */
class ScopeWalkTest extends RunningService {
    private static final String QUEUE = "/api/v1/admin/loan-applications";

    private final String branch = "S" + Ids.next();
    private final String path = "/hq/" + branch + "/";

    @Test
    void a_branchs_things_are_reached_from_there_and_above_only() throws Exception {
        ScopeWalk walk = new ScopeWalk("loan-service", path)
                .probe(
                        "GET /api/v1/loan-applications/{id}",
                        grants -> isOk(http.get("/api/v1/loan-applications/" + applied(), Tokens.holding(grants))))
                .probe("GET /api/v1/admin/loan-applications", this::queues)
                .probe(
                        "POST /api/v1/admin/loan-applications/{id}/stage",
                        grants -> isOk(http.post(
                                QUEUE + "/" + applied() + "/stage",
                                Tokens.holding(grants),
                                "{\"stage\":\"INVESTIGATION\"}")))
                .probe("POST /api/v1/admin/loan-applications/imports", this::imports);
        new CustomerFileProbes(http, path, applied(), merchantOf(branch, "APPROVED")).addTo(walk);
        new VillageProbes(http, path).addTo(walk);
        new MarketingProbes(http, path).addTo(walk);
        assertThat(walk.findings()).isEmpty();
    }

    @Test
    void an_endpoint_without_a_probe_breaks_the_build() throws Exception {
        assertThat(new ScopeWalk("loan-service", path).findings())
                .contains("no probe: GET /api/v1/admin/loan-applications");
    }

    private boolean queues(Map<String, List<String>> grants) {
        String id = applied();
        String next = "";
        do {
            String after = next.isEmpty() ? "" : "&after=" + next;
            Http.Answer page = http.get(QUEUE + "?size=100&stage=SUBMITTED" + after, Tokens.holding(grants));
            if (!isOk(page)) {
                return false;
            }
            if (page.each("items", "id").contains(id)) {
                return true;
            }
            next = page.text("next");
        } while (!next.isEmpty());
        return false;
    }

    private boolean imports(Map<String, List<String>> grants) {
        String row = """
                {"rows":[{"externalId":"%s","merchantId":"%s","branchId":"%s","organisationPath":"%s",
                "productCode":"MICRO","amountFen":5000000,"termMonths":12,"purpose":"进货",
                "businessStartedOn":"2020-01-01","submittedAt":"2026-03-10T09:00:00+08:00"}]}
                """.formatted(Ids.next(), Ids.next(), branch, path);
        Http.Answer answer = http.post(QUEUE + "/imports", Tokens.holding(grants), row);
        return isOk(answer) && answer.text("created").equals("1");
    }

    private static boolean isOk(Http.Answer answer) {
        assertThat(answer.status()).isIn(200, 403, 404);
        return answer.status() == 200;
    }

    private String applied() {
        return http.apply(Tokens.owner(merchantOf(branch, "APPROVED")), goodApplication())
                .text("id");
    }
}
