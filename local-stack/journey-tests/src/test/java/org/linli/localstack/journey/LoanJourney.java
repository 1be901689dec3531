package org.linli.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.localstack.api.Json;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.api.PlatformApi.Answer;
import org.linli.localstack.demo.DemoCounty;
import org.linli.localstack.demo.DemoPeople;
import tools.jackson.databind.JsonNode;

/** The tour of loan-service's README: one case from the application to money that moved once (rules L-1 to L-14). */
class LoanJourney {
    private static final Path EXAMPLES = Path.of("..", "..", "loan-service", "examples");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long AMOUNT_FEN = 6_000_000;

    private final RunningPlatform platform = RunningPlatform.get();
    private final PlatformApi owner = platform.phone("13800000001");
    private final PlatformApi manager = platform.staff("manager-b01");

    @Test
    void a_case_goes_from_the_application_to_money_that_moves_once() throws Exception {
        String id = applied();
        String cases = "/api/v1/admin/loan-applications/" + id;
        done(platform.staff("head-b01").post(cases + "/stage", Map.of("stage", "INVESTIGATION")));

        String evidence = photograph("manager-b01", cases + "/investigations/branch", "STOCK_VOUCHER", "stock.jpg");
        photograph("manager-b01", cases + "/investigations/branch", "SHOP", "shop.jpg");
        reports(manager, cases + "/investigations/branch", "branch-report.json", evidence);
        assertThat(platform.staff("risk").get(cases + "/investigations/branch").status())
                .as("neither sees the other's report before both are in")
                .isEqualTo(404);
        photograph("risk", cases + "/investigations/risk", "SHOP", "shop-from-the-side.jpg");
        reports(platform.staff("risk"), cases + "/investigations/risk", "risk-report.json", evidence);
        explainWhatDidNotPass(cases);
        assertThat(stage(id)).isEqualTo("APPROVAL");

        Map<String, Object> approval = approval();
        assertThat(platform.staff("head-b01")
                        .post(cases + "/decision", approval, key())
                        .code())
                .as("60,000 yuan are above a branch head's band")
                .isEqualTo("above-approval-limit");
        done(platform.staff("approver").post(cases + "/decision", approval, key()));

        done(manager.post(cases + "/contract", example("contract.json", "")));
        done(manager.post(cases + "/contract/signing", Map.of()));
        await("everybody signs").atMost(PATIENCE).until(() -> stage(id).equals("DISBURSEMENT"));

        PlatformApi clerk = platform.staff("disbursement");
        assertThat(clerk.post(cases + "/disbursement", Map.of(), key()).code())
                .as("a condition is open")
                .isEqualTo("disbursement-conditions-open");
        JsonNode decision = clerk.get(cases + "/decision").body();
        String condition = decision.path("conditions").path(0).path("id").asString();
        done(manager.post(cases + "/conditions/" + condition + "/fulfilment", Map.of("text", "保险单 PICC-2026-118")));
        done(clerk.post(cases + "/disbursement", Map.of(), key()));
        await("the money is out").atMost(PATIENCE).until(() -> stage(id).equals("DISBURSED"));
        done(clerk.post(cases + "/disbursement", Map.of(), key()));

        String loanId = clerk.get(cases + "/disbursement").body().path("loanId").asString();
        assertThat(owner.get("/api/v1/loans/" + loanId + "/schedule")
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

    private String applied() {
        Answer applied = owner.post(
                "/api/v1/loan-applications",
                Map.of(
                        "productCode",
                        "MICRO",
                        "amountFen",
                        AMOUNT_FEN,
                        "termMonths",
                        12,
                        "purpose",
                        "备货",
                        "businessStartedOn",
                        LocalDate.now().minusYears(3).toString()),
                key());
        return done(applied).path("id").asString();
    }

    private void reports(PlatformApi investigator, String report, String file, String evidence) throws IOException {
        done(investigator.put(report, example(file, evidence)));
        done(investigator.post(report + "/submission", Map.of()));
    }

    private void explainWhatDidNotPass(String cases) {
        JsonNode checks = manager.get(cases + "/cross-checks").body();
        assertThat(checks.path("state").asString()).as("%s", checks).isEqualTo("STORED");
        checks.path("unexplained")
                .forEach(check -> done(manager.put(
                        cases + "/cross-checks/" + check.asString() + "/reason", Map.of("reason", "开业不足一年，按现金日记账核对"))));
    }

    private static Map<String, Object> approval() {
        Map<String, Object> terms = Map.of(
                "amountFen", AMOUNT_FEN, "termMonths", 12, "annualRatePercent", "12", "method", "EQUAL_INSTALMENT");
        return Map.of("decision", "APPROVED", "terms", terms, "conditions", List.of("提交财产保险单"));
    }

    private String stage(String id) {
        return owner.get("/api/v1/loan-applications/" + id).body().path("stage").asString();
    }

    private static Object example(String file, String evidence) throws IOException {
        return Json.MAPPER.readTree(Files.readString(EXAMPLES.resolve(file)).replace("EVIDENCE", evidence));
    }

    /** At the shop's door. */
    private String photograph(String username, String report, String kind, String file) throws Exception {
        DemoCounty.Merchant shop = platform.place(1);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", kind);
        fields.put("takenAt", Instant.now().minusSeconds(60).toString());
        fields.put("lat", String.valueOf(shop.lat()));
        fields.put("lng", String.valueOf(shop.lng()));
        String boundary = "----journey";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"shop.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(EXAMPLES.resolve(file)));
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(platform.stack.baseUrl() + report + "/photos"))
                                .header("Authorization", "Bearer " + token(username))
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return Json.MAPPER.readTree(answer.body()).path("id").asString();
    }

    private String token(String username) {
        return done(platform.anonymous()
                        .post("/api/v1/auth/staff", Map.of("username", username, "password", DemoPeople.PASSWORD)))
                .path("accessToken")
                .asString();
    }

    private static JsonNode done(Answer answer) {
        assertThat(answer.ok()).as("%s %s", answer.status(), answer.body()).isTrue();
        return answer.body();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
