package org.linli.loan.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.crosscheck.kernel.Verdict;
import org.linli.localstack.shots.Shots;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Two investigations over HTTP, from the first photo to the approval (rules L-2 to L-6). */
class InvestigationHttpTest extends RunningService {
    private final String branch = Visit.aBranch();
    private final String head = Tokens.staff("BRANCH_HEAD", "/hq/" + branch + "/", "head-" + branch, Map.of());

    @Autowired
    LoanCases cases;

    @Autowired
    Investigations investigations;

    @Autowired
    Completing completing;

    @Autowired
    Rounds rounds;

    @Autowired
    Sealing sealing;

    @Autowired
    MongoOperations mongo;

    @Test
    void two_reports_that_agree_move_the_case_to_the_approval_with_facts_for_the_decision() {
        Visit visit = visit();
        assertThat(visit.branchReports().status()).isEqualTo(200);
        assertThat(stage(visit)).isEqualTo("INVESTIGATION");
        assertThat(investigations.completed(visit.caseId)).isEmpty();
        assertThat(visit.riskReports().status()).isEqualTo(200);
        assertThat(stage(visit)).isEqualTo("APPROVAL");
        CompletedInvestigation found = investigations.completed(visit.caseId).orElseThrow();
        assertThat(found.figures().revenueFen()).isEqualTo(60_000_000);
        assertThat(found.figures().evidentEquityFen()).isEqualTo(35_000_000);
        assertThat(found.checks())
                .allSatisfy(
                        check -> assertThat(check.verdict()).as(check.check()).isEqualTo(Verdict.PASS));
        assertThat(found.parameterVersion()).isEqualTo(1);
        assertThat(found.softScore()).isEqualTo("97.1");
        assertThat(found.recommendations().get(Side.RISK).amountFen()).isEqualTo(5_000_000);
        assertThat(found.toString()).doesNotContain("王小明");
        assertThat(cases.find(visit.caseId).orElseThrow().investigators())
                .containsExactlyInAnyOrder("manager-" + branch, "risk-" + branch);
    }

    @Test
    void nobody_sees_the_others_report_before_both_are_in() {
        Visit visit = visit();
        visit.branchReports();
        String photo = visit.photoThere("risk", visit.risk, "SHOP");
        http.put(visit.report("risk"), visit.risk, Visit.riskContent());
        for (String stranger : List.of(visit.risk, head, Tokens.staff("AUDITOR", "hq", "/hq/"))) {
            assertThat(http.get(visit.report("branch"), stranger).problem()).isEqualTo("404 not-found");
            Http.Answer checks = http.get(visit.path("/cross-checks"), stranger);
            assertThat(checks.text("state")).isEqualTo("WAITING");
            assertThat(checks.body().path("checks")).isEmpty();
            Http.Answer rounds = http.get(visit.path("/investigations"), stranger);
            assertThat(rounds.body().path("rounds").toString())
                    .doesNotContain("manager-" + branch, "60000000", "respected", "LEND", "outcome");
        }
        assertThat(http.get(visit.report("risk"), visit.manager).problem()).isEqualTo("404 not-found");
        assertThat(http.get(visit.report("risk") + "/photos/" + photo, visit.manager)
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(http.get(visit.report("risk"), visit.risk).text("state")).isEqualTo("DRAFT");
        http.post(visit.report("risk") + "/submission", visit.risk, "");
        assertThat(http.get(visit.report("branch"), visit.risk).text("state")).isEqualTo("SUBMITTED");
        assertThat(http.get(visit.report("risk"), head).text("state")).isEqualTo("SUBMITTED");
        assertThat(http.bytes(visit.report("risk") + "/photos/" + photo, visit.manager)
                        .body())
                .startsWith(0xFF, 0xD8, 0xFF);
    }

    @Test
    void a_draft_survives_a_bad_network() {
        Visit visit = visit();
        Http.Answer first = http.put(visit.report("branch"), visit.manager, "{\"findings\":\"第一段\"}");
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        Http.Answer lostAndSentAgain = http.put(visit.report("branch"), visit.manager, "{\"findings\":\"第一段\"}");
        assertThat(lostAndSentAgain.header("ETag")).isEqualTo("\"1\"");
        Http.Answer second =
                http.put(visit.report("branch"), visit.manager, "{\"findings\":\"第二段\"}", "If-Match", "\"1\"");
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        Http.Answer fromAnotherTablet =
                http.put(visit.report("branch"), visit.manager, "{\"findings\":\"第三段\"}", "If-Match", "\"1\"");
        assertThat(fromAnotherTablet.problem()).isEqualTo("412 stale-version");
        assertThat(http.put(visit.report("branch"), visit.manager, "{\"findings\":\"x\"}")
                        .problem())
                .isEqualTo("428 revision-needed");
        assertThat(http.put(visit.report("branch"), visit.manager, "{}", "If-Match", "\"x\"")
                        .problem())
                .isEqualTo("412 stale-version");
        Http.Answer resumed = http.get(visit.report("branch"), visit.manager);
        assertThat(resumed.body().path("content").path("findings").asString()).isEqualTo("第二段");
        assertThat(resumed.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void a_picture_that_is_sent_twice_is_one() {
        Visit visit = visit();
        byte[] file = Shots.jpeg(400, 300);
        String first = visit.photograph("branch", visit.manager, "SHOP", "30.2457", "120.1911", file)
                .text("id");
        assertThat(visit.photograph("branch", visit.manager, "SHOP", "30.2457", "120.1911", file)
                        .text("id"))
                .isEqualTo(first);
        assertThat(http.get(visit.report("branch"), visit.manager).body().path("photos"))
                .hasSize(1);
    }

    @Test
    void a_picture_from_both_sides_is_told_to_who_decides() {
        Visit visit = visit();
        byte[] file = Shots.jpeg(640, 480);
        visit.photograph("branch", visit.manager, "SHOP", "30.2457", "120.1911", file);
        visit.photograph("risk", visit.risk, "SHOP", "30.2457", "120.1911", file);
        visit.branchReports();
        visit.riskReports();
        assertThat(investigations.completed(visit.caseId).orElseThrow().sharedPhotos())
                .isEqualTo(1);
    }

    @Test
    void an_absent_investigators_deputy_goes_on_with_the_draft() {
        Visit visit = visit();
        visit.photoThere("branch", visit.manager, "SHOP");
        http.put(visit.report("branch"), visit.manager, "{\"findings\":\"第一段\"}");
        String deputy = Tokens.staff(
                "ACCOUNT_MANAGER", "/hq/" + branch + "/", "deputy", Map.of("deputyFor", "manager-" + branch));
        assertThat(http.put(visit.report("branch"), deputy, "{\"findings\":\"第二段\"}", "If-Match", "\"1\"")
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(http.get(visit.report("branch"), deputy).body().path("photos"))
                .hasSize(1);
        assertThat(http.put(visit.report("branch"), visit.manager, "{}").problem())
                .isEqualTo("409 side-taken");
        assertThat(http.get(visit.report("branch"), visit.manager).problem()).isEqualTo("404 not-found");
        assertThat(cases.find(visit.caseId).orElseThrow().investigators())
                .as("both have looked into it and approve nothing")
                .containsExactlyInAnyOrder("manager-" + branch, "deputy");
    }

    @Test
    void a_submitted_report_is_never_edited() {
        Visit visit = visit();
        visit.branchReports();
        Http.Answer before = http.get(visit.report("branch"), visit.manager);
        assertThat(before.text("sha256")).hasSize(64);
        Http.Answer edited = http.put(
                visit.report("branch"), visit.manager, "{\"findings\":\"后悔了\"}", "If-Match", before.header("ETag"));
        assertThat(edited.problem()).isEqualTo("409 report-submitted");
        assertThat(visit.photograph("branch", visit.manager, "SHOP", "30.2457", "120.1911")
                        .problem())
                .isEqualTo("409 report-submitted");
        visit.riskReports();
        assertThat(http.put(visit.report("branch"), visit.manager, "{\"findings\":\"后悔了\"}")
                        .problem())
                .as("nor after the case has gone on")
                .isEqualTo("409 report-submitted");
        Http.Answer after = http.get(visit.report("branch"), visit.manager);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.text("intact")).isEqualTo("true");
        assertThat(http.post(visit.report("branch") + "/submission", visit.manager, "")
                        .text("sha256"))
                .as("a repeated submission is answered like the first")
                .isEqualTo(before.text("sha256"));
    }

    @Test
    void what_is_missing_is_named_and_what_does_not_tie_says_by_how_much() {
        Visit visit = visit();
        http.put(visit.report("branch"), visit.manager, "{}");
        Http.Answer empty = http.post(visit.report("branch") + "/submission", visit.manager, "");
        assertThat(empty.problem()).isEqualTo("422 report-incomplete");
        assertThat(empty.each("errors", "code"))
                .contains("statements-missing", "shop-photo-missing", "question-open", "recommendation-missing");
        String evidence = visit.photoThere("branch", visit.manager, "SHOP");
        String untied = Visit.content(Visit.statements(evidence, 12_345), "null", "neutral", "LEND");
        http.put(visit.report("branch"), visit.manager, untied, "If-Match", "\"0\"");
        Http.Answer refused = http.post(visit.report("branch") + "/submission", visit.manager, "");
        assertThat(refused.problem()).isEqualTo("422 statements-do-not-tie");
        assertThat(refused.each("errors", "code")).containsExactly("assets-financed");
        assertThat(refused.each("errors", "detail").get(0)).contains("12345 分");
    }

    @Test
    void what_does_not_pass_keeps_the_case_until_an_investigator_says_why() {
        String merchant = merchantOf(branch, "APPROVED");
        Visit.platformTurnover(NEIGHBOURS, merchant, 500_000);
        Visit visit = Visit.to(http, branch, merchant, goodApplication());
        String evidence = visit.photoThere("branch", visit.manager, "SHOP");
        String fewerSales = Visit.CORROBORATION.replace("\"dailySalesFen\":170000", "\"dailySalesFen\":120000");
        visit.submits(
                "branch", visit.manager, Visit.content(Visit.statements(evidence, 0), fewerSales, "respected", "LEND"));
        visit.riskReports();
        assertThat(stage(visit)).isEqualTo("INVESTIGATION");
        Http.Answer checks = http.get(visit.path("/cross-checks"), head);
        assertThat(checks.body().path("unexplained").toString()).isEqualTo("[\"turnover-by-daily-sales\"]");
        String reason = visit.path("/cross-checks/turnover-by-daily-sales/reason");
        assertThat(http.put(reason, head, "{\"reason\":\"我来说明一下\"}").problem()).isEqualTo("403 forbidden");
        assertThat(http.put(visit.path("/cross-checks/goods-flow/reason"), visit.manager, "{\"reason\":\"不需要说明\"}")
                        .problem())
                .isEqualTo("422 no-reason-needed");
        assertThat(http.put(reason, visit.manager, "{\"reason\":\"\"}").problem())
                .isEqualTo("400 invalid-parameter");
        Http.Answer explained = http.put(reason, visit.manager, "{\"reason\":\"抽查当天为淡季工作日\"}");
        assertThat(explained.status()).isEqualTo(200);
        assertThat(stage(visit)).isEqualTo("APPROVAL");
        assertThat(investigations.completed(visit.caseId).orElseThrow().explained())
                .containsExactly("turnover-by-daily-sales");
        assertThat(http.put(reason, visit.manager, "{\"reason\":\"换一个说法可以吗\"}").problem())
                .isEqualTo("409 investigation-completed");
    }

    @Test
    void a_platform_that_does_not_answer_is_unknown_and_asked_again() {
        String merchant = merchantOf(branch, "APPROVED");
        Visit visit = Visit.to(http, branch, merchant, goodApplication());
        String evidence = visit.photoThere("branch", visit.manager, "SHOP");
        String failing = Visit.CORROBORATION.replace("\"dailySalesFen\":170000", "\"dailySalesFen\":120000");
        visit.submits(
                "branch", visit.manager, Visit.content(Visit.statements(evidence, 0), failing, "respected", "LEND"));
        visit.riskReports();
        assertThat(verdict(visit, "turnover-by-platform-redemptions")).isEqualTo("UNKNOWN");
        Visit.platformTurnover(NEIGHBOURS, merchant, 500_000);
        assertThat(http.post(visit.path("/cross-checks"), visit.risk, "").status())
                .isEqualTo(200);
        assertThat(verdict(visit, "turnover-by-platform-redemptions")).isEqualTo("PASS");
    }

    @Test
    void a_claim_without_evidence_counts_as_nothing() {
        Visit visit = visit();
        visit.photoThere("branch", visit.manager, "SHOP");
        String farAway = visit.photograph("branch", visit.manager, "STOCK_VOUCHER", "30.2556", "120.191")
                .text("id");
        visit.submits("branch", visit.manager, Visit.branchContent(farAway));
        visit.riskReports();
        assertThat(stage(visit)).isEqualTo("INVESTIGATION");
        Http.Answer overview = http.get(visit.path("/investigations"), head);
        assertThat(overview.body().at("/rounds/0/outcome/figures/assetsFen").asLong())
                .isEqualTo(39_700_000);
        assertThat(overview.body()
                        .at("/rounds/0/outcome/figures/evidentAssetsFen")
                        .asLong())
                .isZero();
        assertThat(verdict(visit, "equity-vs-accumulated-profit")).isEqualTo("FAIL");
    }

    @Test
    void a_case_that_is_sent_back_is_investigated_again() {
        Visit visit = visit();
        visit.branchReports();
        visit.riskReports();
        cases.move(visit.caseId, Stage.INVESTIGATION, "approver-1");
        completing.resume(cases.find(visit.caseId).orElseThrow());
        assertThat(stage(visit)).as("the first round ends nothing again").isEqualTo("INVESTIGATION");
        String again = Visit.branchContent("none");
        assertThat(http.put(visit.report("branch"), visit.manager, again).text("round"))
                .isEqualTo("2");
        assertThat(investigations.completed(visit.caseId)).isEmpty();
        Http.Answer first = http.get(visit.report("branch") + "?round=1", visit.risk);
        assertThat(first.text("state")).isEqualTo("SUBMITTED");
        assertThat(http.get(visit.report("branch"), visit.risk).problem())
                .as("the second is invisible again")
                .isEqualTo("404 not-found");
        assertThat(http.get(visit.report("branch"), visit.manager).body().path("photos"))
                .as("what was seen need not be seen again")
                .hasSize(2);
        String crossed = Tokens.staff("ACCOUNT_MANAGER", "/hq/" + branch + "/", "risk-" + branch, Map.of());
        assertThat(http.put(visit.report("branch"), crossed, again).problem()).isEqualTo("409 side-taken");
    }

    @Test
    void a_crash_after_any_step_is_finished_at_the_next_start() {
        Visit visit = visit();
        visit.branchReports();
        visit.photoThere("risk", visit.risk, "SHOP");
        http.put(visit.report("risk"), visit.risk, Visit.riskContent());
        String risk = visit.caseId + ":1:risk";
        Instant now = Instant.parse("2026-11-29T01:00:00Z");
        rounds.changeReport(risk, report -> report.submit(report, sealing.hash(report), now));
        assertThat(stage(visit)).as("handed in, and then the service died").isEqualTo("INVESTIGATION");
        completing.resume(cases.find(visit.caseId).orElseThrow());
        assertThat(stage(visit)).isEqualTo("APPROVAL");
        completing.resume(cases.find(visit.caseId).orElseThrow());
        assertThat(stage(visit)).as("again is fine").isEqualTo("APPROVAL");
    }

    @Test
    void what_was_written_lies_encrypted() {
        Visit visit = visit();
        visit.branchReports();
        String stored = mongo.findById(visit.caseId + ":1:branch", Document.class, Report.COLLECTION)
                .toJson();
        assertThat(stored).contains("e2:A256GCM").doesNotContain("王小明", "60000000", "respected");
    }

    private Visit visit() {
        String merchant = merchantOf(branch, "APPROVED");
        Visit.platformTurnover(NEIGHBOURS, merchant, 500_000);
        return Visit.to(http, branch, merchant, goodApplication());
    }

    private String stage(Visit visit) {
        return http.get("/api/v1/loan-applications/" + visit.caseId, head).text("stage");
    }

    private String verdict(Visit visit, String check) {
        Http.Answer checks = http.get(visit.path("/cross-checks"), head);
        List<String> names = checks.each("checks", "check");
        return checks.each("checks", "verdict").get(names.indexOf(check));
    }
}
