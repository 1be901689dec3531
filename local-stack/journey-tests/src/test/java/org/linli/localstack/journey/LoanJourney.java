package org.linli.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.localstack.journey.LoanSteps.done;
import static org.linli.localstack.journey.LoanSteps.example;
import static org.linli.localstack.journey.LoanSteps.key;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.localstack.api.PlatformApi;
import tools.jackson.databind.JsonNode;

/** The tour of loan-service's README: one case from the application to money that moved once (rules L-1 to L-14). */
class LoanJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long AMOUNT_FEN = 6_000_000;

    private final RunningPlatform platform = RunningPlatform.get();
    private final LoanSteps steps = new LoanSteps();

    @Test
    void a_case_goes_from_the_application_to_money_that_moves_once() throws Exception {
        String id = steps.investigated(AMOUNT_FEN);
        String cases = LoanSteps.path(id);

        Map<String, Object> approval = approval();
        assertThat(platform.staff("head-b01")
                        .post(cases + "/decision", approval, key())
                        .code())
                .as("60,000 yuan are above a branch head's band")
                .isEqualTo("above-approval-limit");
        done(platform.staff("approver").post(cases + "/decision", approval, key()));

        done(steps.manager.post(cases + "/contract", example("contract.json", "")));
        done(steps.manager.post(cases + "/contract/signing", Map.of()));
        await("everybody signs").atMost(PATIENCE).until(() -> steps.stage(id).equals("DISBURSEMENT"));

        String news = "/sandbox/signing/requests/" + id + "-S1/callback";
        await("the platform's call was let in")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(platform.sandbox()
                                .get(news)
                                .body()
                                .path("status")
                                .asInt())
                        .isEqualTo(204));
        assertThat(platform.anonymous()
                        .post("/api/v1/signing-callbacks", Map.of("reference", id + "-S1"))
                        .code())
                .as("whoever has not the secret")
                .isEqualTo("invalid-signature");

        PlatformApi clerk = platform.staff("disbursement");
        assertThat(clerk.post(cases + "/disbursement", Map.of(), key()).code())
                .as("a condition is open")
                .isEqualTo("disbursement-conditions-open");
        JsonNode decision = clerk.get(cases + "/decision").body();
        String condition = decision.path("conditions").path(0).path("id").asString();
        done(steps.manager.post(
                cases + "/conditions/" + condition + "/fulfilment", Map.of("text", "保险单 PICC-2026-118")));
        done(clerk.post(cases + "/disbursement", Map.of(), key()));
        await("the money is out").atMost(PATIENCE).until(() -> steps.stage(id).equals("DISBURSED"));
        done(clerk.post(cases + "/disbursement", Map.of(), key()));

        String loanId = clerk.get(cases + "/disbursement").body().path("loanId").asString();
        assertThat(steps.owner
                        .get("/api/v1/loans/" + loanId + "/schedule")
                        .body()
                        .path("instalments")
                        .size())
                .isEqualTo(12);
        JsonNode booked = platform.sandbox()
                .get("/sandbox/corebank/payments?loanId=" + loanId)
                .body();
        assertThat(booked.size()).as("%s", booked).isEqualTo(1);
        assertThat(booked.path(0).path("amountFen").asLong()).isEqualTo(AMOUNT_FEN);
    }

    private static Map<String, Object> approval() {
        Map<String, Object> terms = Map.of(
                "amountFen", AMOUNT_FEN, "termMonths", 12, "annualRatePercent", "12", "method", "EQUAL_INSTALMENT");
        return Map.of("decision", "APPROVED", "terms", terms, "conditions", List.of("提交财产保险单"));
    }
}
