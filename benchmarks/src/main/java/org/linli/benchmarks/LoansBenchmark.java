package org.linli.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Loan applications accepted per second. Every one is a merchant's first and goes through rules, places, outbox and
 * audit one by one; merchant-service is not asked, because thousands of merchants with logins would have to be there
 * first. How long an owner's own application takes, merchant-service included, is measured beside it.
 */
@Command(name = "loans", description = "loan applications accepted per second")
final class LoansBenchmark implements Callable<Integer> {
    private static final String IMPORTS = "/api/v1/admin/loan-applications/imports";

    @Option(names = "--applications")
    private int applications = 4_000;

    @Option(names = "--warm-up", description = "applications before those that count")
    private int warmUp = 12_000;

    @Option(names = "--clients", description = "applications under way at a time")
    private int clients = 16;

    @Option(names = "--eligibility", description = "previews of an owner's eligibility, which ask merchant-service")
    private int previews = 1_000;

    private final RunningPlatform platform = new RunningPlatform();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Integer call() {
        String admin = platform.token(platform.login("ADMINISTRATOR"));
        String branch = platform.firstBranch().path("id").asString();
        String run = UUID.randomUUID().toString().substring(0, 8);
        ClosedLoop.run(clients, warmUp, i -> apply(admin, branch, run + "-w" + i));
        ClosedLoop.Result result = ClosedLoop.run(clients, applications, i -> apply(admin, branch, run + "-" + i));
        System.out.println("applications     " + result.text("accepted"));
        String owner = platform.token(platform.login("OWNER"));
        ClosedLoop.Result asked = ClosedLoop.run(clients, previews, i -> preview(owner));
        System.out.println("eligibility      " + asked.text("answered"));
        return result.outcomes().getOrDefault("accepted", 0) == applications ? 0 : 1;
    }

    private String apply(String admin, String branch, String id) {
        Map<String, Object> row = Map.of(
                "externalId",
                id,
                "merchantId",
                "bench-" + id,
                "branchId",
                branch,
                "organisationPath",
                "/hq/" + branch + "/",
                "productCode",
                "MICRO",
                "amountFen",
                5_000_000,
                "termMonths",
                12,
                "purpose",
                "bench",
                "businessStartedOn",
                "2020-01-01");
        JsonNode answer = send(IMPORTS, Map.of("rows", List.of(row)), admin);
        return answer.path("created").asInt() == 1 ? "accepted" : "refused";
    }

    private String preview(String owner) {
        Map<String, Object> wish = Map.of(
                "productCode", "MICRO", "amountFen", 5_000_000, "termMonths", 12, "businessStartedOn", "2020-01-01");
        return send("/api/v1/loan-applications/eligibility", wish, owner).has("eligible") ? "answered" : "refused";
    }

    private JsonNode send(String path, Object body, String token) {
        HttpRequest request = platform.request("POST", path, body, token, null);
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? RunningPlatform.JSON.readTree(answer.body())
                    : RunningPlatform.JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
