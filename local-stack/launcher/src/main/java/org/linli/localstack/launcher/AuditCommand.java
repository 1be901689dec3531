package org.linli.localstack.launcher;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.localstack.api.Json;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.demo.DemoPeople;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "audit", description = "Looks after the audit trail.")
final class AuditCommand {
    private static final String VERIFICATION = "/api/v1/admin/audit-trail/verification";

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
        PlatformApi api = PlatformApi.staff(baseUrl(), user, password);
        // Verifying changes nothing: a part that got no answer is asked for again.
        AuditVerification verification =
                new AuditVerification(part -> api.postUntilDone(VERIFICATION, part), System.out::println);
        return verification.run(wanted) ? 0 : 1;
    }

    private static String baseUrl() {
        Layout layout = Layout.ofCheckout();
        if (!Files.exists(layout.demoFile())) {
            throw new PlatformException("the platform has not been started yet; run ./platform start");
        }
        return Json.MAPPER.readTree(layout.demoFile().toFile()).path("baseUrl").asString();
    }
}
