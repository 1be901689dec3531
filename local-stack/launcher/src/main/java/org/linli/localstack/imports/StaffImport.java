package org.linli.localstack.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.localstack.api.PlatformApi;
import tools.jackson.databind.JsonNode;

/**
 * Hires the staff that a file describes. It may come again at any time: whoever is there as the file says stays as they
 * are. First passwords go to a file of their own, never to the terminal.
 */
public class StaffImport {
    private static final String PATH = "/api/v1/admin/staff/imports";

    /** Each password is hashed at its full price: a small batch answers within the gateway's time. */
    private static final int BATCH = 20;

    private final PlatformApi api;
    private final FirstPasswords passwords;

    /** @param passwords where the first passwords of new members go */
    public StaffImport(PlatformApi api, Path passwords) {
        this.api = api;
        this.passwords = new FirstPasswords(passwords);
    }

    /** How an import ended. */
    public record Report(long hired, long unchanged, List<RejectedRow> rejected) {}

    public Report load(Path file, PlaceImport.Progress progress) {
        StaffFile.Content content = StaffFile.read(file);
        List<Map<String, Object>> rows = content.rows();
        progress.begin(rows.size(), 0);
        List<RejectedRow> rejected = new ArrayList<>(content.rejected());
        long hired = 0;
        long unchanged = 0;
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<Map<String, Object>> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            Map<String, String> told = new LinkedHashMap<>();
            long others = rejected.size();
            send(batch, told, rejected);
            passwords.add(told);
            hired += told.size();
            unchanged += batch.size() - told.size() - (rejected.size() - others);
            progress.rowsDone().accept(batch.size());
        }
        rejected.sort(Comparator.comparingLong(RejectedRow::line));
        return new Report(hired, unchanged, rejected);
    }

    private void send(List<Map<String, Object>> batch, Map<String, String> told, List<RejectedRow> rejected) {
        JsonNode answer = api.postUntilDone(PATH, Map.of("rows", batch));
        for (JsonNode row : answer.path("rows")) {
            if (row.has("code")) {
                rejected.add(new RejectedRow(
                        row.path("line").asLong(),
                        row.path("code").asString(),
                        row.path("detail").asString()));
            } else if (row.has("initialPassword")) {
                told.put(
                        row.path("username").asString(),
                        row.path("initialPassword").asString());
            }
        }
    }
}
