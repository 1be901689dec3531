package org.linli.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.linli.localstack.api.Json;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.api.PlatformApi.Answer;
import org.linli.localstack.demo.DemoCounty;
import org.linli.localstack.demo.DemoPeople;
import tools.jackson.databind.JsonNode;

/** The steps of a loan case up to the approval, as the people of the first demo branch take them (rules L-1 to L-6). */
final class LoanSteps {
    private static final Path EXAMPLES = Path.of("..", "..", "loan-service", "examples");

    private final RunningPlatform platform = RunningPlatform.get();
    final PlatformApi owner = platform.phone("13800000001");
    final PlatformApi manager = platform.staff("manager-b01");

    static String path(String id) {
        return "/api/v1/admin/loan-applications/" + id;
    }

    /** Two reports are in and agree: the case waits for a decision. */
    String investigated(long amountFen) throws Exception {
        String id = applied(amountFen);
        investigate(id);
        return id;
    }

    void investigate(String id) throws Exception {
        String cases = path(id);
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
    }

    String applied(long amountFen) {
        Answer applied = owner.post(
                "/api/v1/loan-applications",
                Map.of(
                        "productCode",
                        "MICRO",
                        "amountFen",
                        amountFen,
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

    String stage(String id) {
        return owner.get("/api/v1/loan-applications/" + id).body().path("stage").asString();
    }

    static Object example(String file, String evidence) throws IOException {
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

    static JsonNode done(Answer answer) {
        assertThat(answer.ok()).as("%s %s", answer.status(), answer.body()).isTrue();
        return answer.body();
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
