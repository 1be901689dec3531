package org.linli.loan.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** What if: past loans imported, a candidate version tried on them, who would change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfHttpTest extends RunningService {
    private static final String RUNS = "/api/v1/admin/loan-what-ifs";
    private static final String HISTORY = "/api/v1/admin/loan-history";
    private static final String POLICIES = "/api/v1/admin/loan-policies";
    private static final String HEADING =
            "LoanNr_ChkDgt,State,BankState,NAICS,ApprovalDate,Term,NoEmp,NewExist,CreateJob,RetainedJob,FranchiseCode,"
                    + "UrbanRural,RevLineCr,LowDoc,ChgOffDate,MIS_Status,GrAppv,SBA_Appv,Default\n";

    private final String risk = Tokens.staff("RISK_MANAGER", "/hq/", "risk-1", Map.of());
    private final String administrator = Tokens.staff("ADMINISTRATOR", "/hq/", "admin-1", Map.of());

    @Autowired
    private WhatIfs whatIfs;

    @Test
    void dirty_rows_are_named_and_a_repeated_import_creates_nothing() {
        String rows = row(number(), 1, "Y", 30_000, false)
                + row(number(), 0, "T", 30_000, false)
                + row(number(), 1, "Y", 0, false)
                + row("x", 1, "Y", 30_000, false);
        Http.Answer first = imports(rows);
        assertThat(first.body().path("created").asInt()).isEqualTo(2);
        assertThat(first.each("rejected", "line")).containsExactly("4", "5");
        assertThat(first.body().path("unknownFacts").path("NEW_BUSINESS").asInt())
                .isEqualTo(1);
        Http.Answer again = imports(rows);
        assertThat(again.body().path("created").asInt()).isZero();
        assertThat(again.body().path("unchanged").asInt()).isEqualTo(2);
        assertThat(http.post(HISTORY + "/imports", administrator, "a\n1\n", "Content-Type", "text/csv")
                        .each("rejected", "why"))
                .containsExactly("LoanNr_ChkDgt: no such column");
    }

    @Test
    void a_run_shows_who_would_change_and_can_be_taken_along() {
        lendALot();
        Http.Answer fitted = http.post(HISTORY + "/scorecards", risk, "");
        assertThat(fitted.status()).as(fitted.body().toString()).isEqualTo(200);
        String scorecard = fitted.body().path("scorecard").toString();
        int base = fitted.body().path("scorecard").path("basePoints").asInt();
        int lenient = prepared(scorecard, base - 900, base - 950);
        int strict = prepared(scorecard, base, base - 950);
        Http.Answer started = start(lenient, strict);
        assertThat(started.status()).isEqualTo(202);
        String id = started.text("id");
        Http.Answer done = awaited(id, "DONE");
        assertThat(done.text("approvalRateBefore")).isEqualTo("100.00");
        assertThat(done.body().path("changed").asInt()).isPositive();
        assertThat(Double.parseDouble(done.text("badRateAfter")))
                .isLessThan(Double.parseDouble(done.text("badRateBefore")));
        Http.Answer page = http.get(RUNS + "/" + id + "/changes?size=2", risk);
        assertThat(page.each("items", "after")).containsOnly("REFER");
        Http.Answer next = http.get(RUNS + "/" + id + "/changes?size=2&after=" + page.text("next"), risk);
        assertThat(next.each("items", "caseId")).doesNotContainAnyElementsOf(page.each("items", "caseId"));
    }

    @Test
    void a_cancelled_run_goes_on_where_it_stopped() {
        lendALot();
        String id = start(1, 1).text("id");
        String state = http.post(RUNS + "/" + id + "/cancellation", risk, "").text("state");
        assertThat(state).isIn("CANCELLED", "DONE");
        http.post(RUNS + "/" + id + "/resumption", risk, "");
        Http.Answer done = awaited(id, "DONE");
        assertThat(done.body().path("seen").asLong())
                .isEqualTo(done.body().path("total").asLong());
    }

    @Test
    void wrong_questions_are_refused() {
        assertThat(http.post(RUNS, risk, "{\"source\":\"tea-leaves\",\"candidate\":1}")
                        .fields())
                .containsExactly("source");
        assertThat(http.post(RUNS, risk, "{\"source\":\"history\",\"candidate\":998}")
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(http.post(RUNS, risk, "{\"source\":\"history\"}").problem()).isEqualTo("400 invalid-parameter");
        assertThat(http.get(RUNS + "/none", risk).problem()).isEqualTo("404 not-found");
        assertThat(http.get(RUNS, risk).body().path("items").isArray()).isTrue();
    }

    @Test
    void who_does_not_see_the_whole_bank_sees_no_run() {
        String branch = Tokens.staff("RISK_MANAGER", "/hq/B01/", "risk-2", Map.of());
        assertThat(http.get(RUNS, branch).problem()).isEqualTo("403 forbidden");
        assertThat(http.post(RUNS, branch, "{\"source\":\"history\",\"candidate\":1}")
                        .problem())
                .isEqualTo("403 forbidden");
    }

    /** Loans of which those of new businesses are mostly lost; some otherwise, or nothing could be fitted. */
    private void lendALot() {
        String rows = IntStream.range(0, 300)
                .mapToObj(i -> row(
                        number(),
                        i % 2 + 1,
                        i % 3 == 0 ? "Y" : "N",
                        20_000 + i * 100,
                        (i % 2 == 1 && i % 3 != 0) != (i % 7 == 0)))
                .collect(Collectors.joining());
        assertThat(imports(rows).body().path("created").asInt()).isEqualTo(300);
    }

    private Http.Answer imports(String rows) {
        return http.post(HISTORY + "/imports", administrator, HEADING + rows, "Content-Type", "text/csv");
    }

    private int prepared(String scorecard, int pass, int refer) {
        var values = (tools.jackson.databind.node.ObjectNode)
                http.get(POLICIES + "/1", risk).body().path("values");
        var thresholds = (tools.jackson.databind.node.ObjectNode) values.path("thresholds");
        thresholds.put("SCORE_PASS", pass).put("SCORE_REFER", refer);
        String text = values.toString().replace(values.path("scorecard").toString(), scorecard);
        Http.Answer answer = http.post(POLICIES, risk, "{\"values\":%s,\"note\":\"fitted\"}".formatted(text));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("number").asInt();
    }

    private Http.Answer start(int baseline, int candidate) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> whatIfs.latest().stream().noneMatch(run -> run.state() == WhatIfRun.State.RUNNING));
        return http.post(
                RUNS, risk, "{\"source\":\"history\",\"baseline\":%d,\"candidate\":%d}".formatted(baseline, candidate));
    }

    private Http.Answer awaited(String id, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(http.get(RUNS + "/" + id, risk).text("state"))
                        .isEqualTo(state));
        return http.get(RUNS + "/" + id, risk);
    }

    private static String number() {
        long digits = Math.floorMod(Long.parseLong(Ids.hash("loan", Ids.next()).substring(0, 12), 16), 10_000_000_000L);
        return String.format(java.util.Locale.ROOT, "%010d", digits);
    }

    private static String row(String number, int newExist, String revolving, long amount, boolean bad) {
        List<String> fields = List.of(
                number,
                "CA",
                "CA",
                "532420",
                "15074",
                "36",
                "3",
                "" + newExist,
                "0",
                "0",
                "1",
                "1",
                revolving,
                "N",
                "",
                bad ? "CHGOFF" : "P I F",
                "" + amount,
                "" + amount / 2,
                bad ? "1" : "0");
        return String.join(",", fields) + "\n";
    }
}
