package org.linli.localstack.launcher;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.localstack.api.ApiException;
import org.linli.localstack.api.Json;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.demo.DemoPeople;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "audit", description = "Looks after the audit trail.")
final class AuditCommand {
    @Command(name = "verify", description = "Checks the hash chains; 1 when a row is not as it was written.")
    int verify(
            @Option(names = "--organisation", description = "one chain, such as B01; all without") @Nullable String organisation,
            @Option(names = "--from", description = "begin at the last anchor by then, 2026-03-01T00:00:00Z") @Nullable String from,
            @Option(names = "--user", defaultValue = "${env:LINLI_USERNAME:-auditor}") String user,
            @Option(names = "--password", defaultValue = "${env:LINLI_PASSWORD:-" + DemoPeople.PASSWORD + "}")
                    String password) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        if (organisation != null) {
            wanted.put("organisation", organisation);
        }
        if (from != null) {
            wanted.put("from", from);
        }
        System.out.println("verifying " + (organisation == null ? "all chains" : "chain " + organisation) + " ...");
        long begun = System.nanoTime();
        PlatformApi.Answer answer = ask(user, password, wanted);
        return tell(answer, (System.nanoTime() - begun) / 1e9);
    }

    private static PlatformApi.Answer ask(String user, String password, Map<String, Object> wanted) {
        Layout layout = Layout.ofCheckout();
        if (!Files.exists(layout.demoFile())) {
            throw new PlatformException("the platform has not been started yet; run ./platform start");
        }
        String baseUrl =
                Json.MAPPER.readTree(layout.demoFile().toFile()).path("baseUrl").asString();
        try {
            return PlatformApi.staff(baseUrl, user, password).post("/api/v1/admin/audit-trail/verification", wanted);
        } catch (UncheckedIOException e) {
            throw new PlatformException("no answer from " + baseUrl + ": " + e.getCause());
        }
    }

    private static int tell(PlatformApi.Answer answer, double seconds) {
        if (!answer.ok()) {
            throw new ApiException("verification was refused: " + answer.status() + " " + answer.code());
        }
        JsonNode found = answer.body();
        System.out.printf(
                "%d rows of %d chains looked at in %.1f s%n",
                found.path("rows").asLong(), found.path("chains").asInt(), seconds);
        if (found.path("ok").asBoolean()) {
            System.out.println("every row is as it was written");
            return 0;
        }
        JsonNode broken = found.path("firstBroken");
        System.out.printf(
                "first broken: row %d of %s, %s%n",
                broken.path("seq").asLong(),
                broken.path("organisation").asString(),
                broken.path("why").asString());
        return 1;
    }
}
