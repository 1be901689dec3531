package org.linli.loan.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long a what-if takes over 100,000 past cases: the real loans, each about fifty times under other numbers. Run by
 * name: {@code -Dtest=WhatIfBenchmark}.
 */
class WhatIfBenchmark extends RunningService {
    private static final int CASES = 100_000;
    private static final int BATCH = 2_000;
    private static final String RUNS = "/api/v1/admin/loan-what-ifs";
    private static final String POLICIES = "/api/v1/admin/loan-policies";

    private final String risk = Tokens.staff("RISK_MANAGER", "/hq/", "risk-1", Map.of());

    @Autowired
    private PastLoans loans;

    @Test
    void how_long_does_a_run_over_a_hundred_thousand_cases_take() throws Exception {
        assumeTrue(Files.isRegularFile(SbaRows.file()), "skipped, no such file: " + SbaRows.file());
        List<PastLoan> real = SbaRows.loans();
        List<PastLoan> batch = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            PastLoan one = real.get(i % real.size());
            batch.add(
                    new PastLoan(String.format(Locale.ROOT, "sba:%010d", i), one.approvedOn(), one.facts(), one.bad()));
            if (batch.size() == BATCH) {
                loans.add(batch);
                batch = new ArrayList<>();
            }
        }
        Fitting.Fitted fitted = Fitting.fit(real);
        String scorecard =
                tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(fitted.scorecard());
        int lenient = prepared(scorecard, 480);
        int strict = prepared(scorecard, 530);
        Instant before = Instant.now();
        String id = http.post(
                        RUNS,
                        risk,
                        "{\"source\":\"history\",\"baseline\":%d,\"candidate\":%d}".formatted(lenient, strict))
                .text("id");
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> http.get(RUNS + "/" + id, risk).text("state").equals("DONE"));
        Http.Answer done = http.get(RUNS + "/" + id, risk);
        System.out.printf(
                "what-if: %s cases in %.1f s, %s would change, approved %s %% -> %s %%, bad among them %s %% -> %s %%%n",
                done.text("seen"),
                Duration.between(before, Instant.now()).toMillis() / 1_000.0,
                done.text("changed"),
                done.text("approvalRateBefore"),
                done.text("approvalRateAfter"),
                done.text("badRateBefore"),
                done.text("badRateAfter"));
        assertThat(done.body().path("seen").asInt()).isEqualTo(CASES);
    }

    private int prepared(String scorecard, int pass) {
        ObjectNode values = (ObjectNode) http.get(POLICIES + "/1", risk).body().path("values");
        ((ObjectNode) values.path("thresholds")).put("SCORE_PASS", pass).put("SCORE_REFER", pass - 60);
        String text = values.toString().replace(values.path("scorecard").toString(), scorecard);
        return http.post(POLICIES, risk, "{\"values\":%s,\"note\":\"fitted\"}".formatted(text))
                .body()
                .path("number")
                .asInt();
    }
}
