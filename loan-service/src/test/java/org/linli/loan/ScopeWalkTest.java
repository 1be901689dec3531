package org.linli.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.loan.application.LoanCases;
import org.linli.loan.approval.PlannedInputs;
import org.linli.loan.investigation.Visit;
import org.linli.localstack.access.Planted;
import org.linli.localstack.access.ScopeWalk;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** Every endpoint with data of an organisation shows a branch's things to that branch and above, to nobody else (P-1). */
class ScopeWalkTest extends LendingProbes {
    private static final String QUEUE = "/api/v1/admin/loan-applications";

    @Autowired
    LoanCases cases;

    @Autowired
    PlannedInputs inputs;

    private final String branch = "S" + Ids.next();
    private final String path = "/hq/" + branch + "/";
    private final Planted<String> application = new Planted<>(() ->
            http.planted(Http.LOAN_APPLICATIONS, Tokens.owner(merchantOf(branch, "APPROVED")), goodApplication()));
    private Visit finished;

    @Test
    void a_branchs_things_are_reached_from_there_and_above_only() throws Exception {
        plant(branch);
        ScopeWalk walk = lending(new ScopeWalk("loan-service", path).renewing(application))
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
        handling(walk);
        new CustomerFileProbes(http, path, applied(), merchantOf(branch, "APPROVED")).addTo(walk);
        visits(walk);
        figures(walk);
        investigations(walk);
        ApprovalProbes.plant(walk, http, cases, inputs, path, this::applied);
        new PolicyProbes(http, this::applied, branch, path).addTo(walk);
        new VillageProbes(http, path).addTo(walk);
        new MarketingProbes(http, path).addTo(walk);
        walk.requireNoFindings();
    }

    private void handling(ScopeWalk walk) {
        acts(walk, "questions", "{\"text\":\"?\"}");
        acts(walk, "assignment", "{\"staffId\":\"m\",\"name\":\"n\"}");
        acts(walk, "withdrawal", "{\"reason\":\"asked\"}");
        walk.probe(
                "POST /api/v1/admin/loan-applications/{id}/answers",
                grants -> reaches(
                        http.post(QUEUE + "/" + applied() + "/answers", Tokens.holding(grants), "{\"text\":\"!\"}")));
        walk.probe(
                "POST /api/v1/admin/loan-applications/{id}/takeover",
                grants -> reaches(
                        http.post(QUEUE + "/" + applied() + "/takeover", Tokens.holding(grants), "{\"name\":\"n\"}")));
    }

    private void visits(ScopeWalk walk) {
        String visits = "/api/v1/admin/loan-visits/";
        walk.probe("POST /api/v1/admin/loan-visits/eligibility", grants -> {
            String wish = "{\"merchantId\":\"%s\",\"wish\":%s}";
            return isOk(http.post(
                    visits + "eligibility",
                    Tokens.holding(grants),
                    wish.formatted(merchantOf(branch, "APPROVED"), goodApplication())));
        });
        walk.probe("POST /api/v1/admin/loan-visits/{draftId}/submission", grants -> {
            String draft = visits + "draft-" + Ids.next();
            String anywhere = Tokens.holding(Map.of("/hq/", List.of("loan-application.visit")));
            String merchant = "{\"merchantId\":\"%s\",".formatted(merchantOf(branch, "APPROVED"));
            http.put(draft, anywhere, goodApplication().strip().replaceFirst("^\\{", merchant));
            Http.Answer answer = http.post(draft + "/submission", Tokens.holding(grants), "");
            assertThat(answer.status()).isIn(201, 403, 404);
            return answer.status() == 201;
        });
    }

    private void figures(ScopeWalk walk) {
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        String period = "?from=" + today + "&to=" + today;
        walk.probe("GET /api/v1/admin/loan-figures", grants -> {
            applied();
            Http.Answer answer = http.get("/api/v1/admin/loan-figures" + period, Tokens.holding(grants));
            return isOk(answer) && answer.each("lines", "key").contains(branch);
        });
        walk.probe("GET /api/v1/admin/loan-figures/export", grants -> {
            applied();
            Http.Text file = http.text("/api/v1/admin/loan-figures/export" + period, Tokens.holding(grants));
            assertThat(file.status()).isIn(200, 403);
            return file.status() == 200 && file.body().contains(branch);
        });
    }

    private void acts(ScopeWalk walk, String act, String body) {
        walk.probe(
                "POST /api/v1/admin/loan-applications/{id}/" + act,
                grants -> isOk(http.post(QUEUE + "/" + applied() + "/" + act, Tokens.holding(grants), body)));
    }

    /** Whoever may see it is refused for another reason: nothing was asked, or another role is responsible. */
    private static boolean reaches(Http.Answer answer) {
        assertThat(answer.status()).isIn(200, 403, 404, 409);
        return answer.status() == 200 || answer.status() == 409;
    }

    @Test
    void an_endpoint_without_a_probe_breaks_the_build() throws Exception {
        assertThat(new ScopeWalk("loan-service", path).findings())
                .contains("no probe: GET /api/v1/admin/loan-applications");
    }

    private void investigations(ScopeWalk walk) {
        String one = "/api/v1/admin/loan-applications/{id}";
        walk.probe("GET " + one + "/investigations", grants -> sees(finished(), "/investigations", grants))
                .probe("GET " + one + "/cross-checks", grants -> sees(finished(), "/cross-checks", grants))
                .probe("PUT " + one + "/investigations/{side}", grants -> {
                    Visit visit = visit();
                    return isOk(http.put(visit.report("branch"), Tokens.holding(grants), "{}"));
                })
                .probe("POST " + one + "/investigations/{side}/photos", grants -> {
                    Http.Answer taken =
                            visit().photograph("branch", Tokens.holding(grants), "SHOP", "30.2457", "120.1911");
                    assertThat(taken.status()).isIn(201, 403, 404);
                    return taken.status() == 201;
                })
                .probe("POST " + one + "/investigations/{side}/submission", this::submits)
                .probe("GET " + one + "/investigations/{side}", grants -> {
                    return sees(finished(), "/investigations/risk", grants);
                })
                .probe("GET " + one + "/investigations/{side}/photos/{photoId}", grants -> {
                    Visit visit = finished();
                    String photo = http.get(visit.report("risk"), visit.risk)
                            .body()
                            .at("/photos/0/id")
                            .asString();
                    int status = http.bytes(visit.report("risk") + "/photos/" + photo, Tokens.holding(grants))
                            .statusCode();
                    assertThat(status).isIn(200, 403, 404);
                    return status == 200;
                })
                .probe("POST " + one + "/cross-checks", grants -> reasons(visit(), grants, "POST"))
                .probe("PUT " + one + "/cross-checks/{check}/reason", grants -> reasons(visit(), grants, "PUT"));
    }

    private boolean sees(Visit visit, String path, Map<String, List<String>> grants) {
        return isOk(http.get(visit.path(path), Tokens.holding(grants)));
    }

    /** Whoever holds these grants has written the branch's report, and hands it in. */
    private boolean submits(Map<String, List<String>> grants) {
        Visit visit = visit();
        String writer = Tokens.staff("ACCOUNT_MANAGER", "/hq/", "member", Map.of());
        String evidence = visit.photoThere("branch", writer, "SHOP");
        http.put(visit.report("branch"), writer, Visit.branchContent(evidence));
        return isOk(http.post(visit.report("branch") + "/submission", Tokens.holding(grants), ""));
    }

    /** The same, with something unexplained. */
    private boolean reasons(Visit visit, Map<String, List<String>> grants, String method) {
        String writer = Tokens.staff("ACCOUNT_MANAGER", "/hq/", "member", Map.of());
        visit.photoThere("branch", writer, "SHOP");
        visit.submits("branch", writer, Visit.branchContent("none"));
        visit.riskReports();
        String caller = Tokens.holding(grants);
        return method.equals("POST")
                ? isOk(http.post(visit.path("/cross-checks"), caller, ""))
                : isOk(http.put(
                        visit.path("/cross-checks/equity-vs-accumulated-profit/reason"),
                        caller,
                        "{\"reason\":\"凭证在外地仓库\"}"));
    }

    private Visit visit() {
        return Visit.to(http, branch, merchantOf(branch, "APPROVED"), goodApplication());
    }

    /** Looking changes nothing: one is enough for all. */
    private Visit finished() {
        if (finished == null) {
            finished = visit();
            finished.branchReports();
            finished.riskReports();
        }
        return finished;
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
        try {
            return application.get();
        } catch (Exception e) {
            throw new AssertionError("no application to reach", e);
        }
    }
}
