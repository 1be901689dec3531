package org.linli.localstack.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.localstack.api.Json;
import org.linli.localstack.api.PlatformApi;
import tools.jackson.databind.JsonNode;

/** A staff file against a platform that is played: what is sent, and where first passwords go. */
class StaffImportTest {
    private static final String HEADING = "username,display_name,organisation_id,roles\n";

    private static final PlaceImport.Progress SILENT = new PlaceImport.Progress() {
        @Override
        public void begin(long rows, long alreadyDone) {}

        @Override
        public LongConsumer rowsDone() {
            return rows -> {};
        }
    };

    @TempDir
    Path folder;

    private final List<JsonNode> batches = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();
    private HttpServer platform;

    @BeforeEach
    void play() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/api/v1/admin/staff/imports", exchange -> {
            JsonNode batch = Json.MAPPER.readTree(exchange.getRequestBody());
            batches.add(batch);
            List<Map<String, Object>> rows = new ArrayList<>();
            batch.path("rows").forEach(row -> rows.add(outcome(row)));
            byte[] answer = Json.MAPPER.writeValueAsBytes(Map.of("hired", rows.size(), "rows", rows));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        platform.start();
    }

    @AfterEach
    void stop() {
        platform.stop(0);
    }

    private Map<String, Object> outcome(JsonNode row) {
        String username = row.path("username").asString();
        if (row.path("organisationId").asString().equals("nowhere")) {
            return Map.of(
                    "line",
                    row.path("line").asLong(),
                    "username",
                    username,
                    "code",
                    "organisation-unknown",
                    "detail",
                    "没有这个机构");
        }
        String password = "secret-of-" + username;
        return known.putIfAbsent(username, password) == null
                ? Map.of("username", username, "id", "s", "initialPassword", password)
                : Map.of("username", username, "id", "s");
    }

    private StaffImport.Report load(String text) throws IOException {
        Path file = folder.resolve("staff.csv");
        Files.writeString(file, text);
        String url = "http://127.0.0.1:" + platform.getAddress().getPort();
        return new StaffImport(PlatformApi.anonymous(url), passwords()).load(file, SILENT);
    }

    private Path passwords() {
        return folder.resolve("out").resolve("first.csv");
    }

    @Test
    void first_passwords_go_to_a_file_for_its_owner_only_and_to_no_terminal() throws IOException {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(terminal, true, StandardCharsets.UTF_8));
        try {
            StaffImport.Report report = load(HEADING + "amy,艾米,B01,BRANCH_HEAD\nbob,鲍勃,x1,SERVICE_AGENT;X_OWN@B02\n");
            assertThat(report.hired()).isEqualTo(2);
        } finally {
            System.setOut(before);
        }
        assertThat(Files.readAllLines(passwords()))
                .containsExactly("username,first_password", "amy,secret-of-amy", "bob,secret-of-bob");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords())))
                .isEqualTo("rw-------");
        assertThat(terminal.toString(StandardCharsets.UTF_8)).doesNotContain("secret-of");
        assertThat(batches.get(0).path("rows").get(1).path("roles").toString())
                .isEqualTo("[\"SERVICE_AGENT\",\"X_OWN@B02\"]");
    }

    @Test
    void a_file_that_comes_again_hires_nobody_and_keeps_the_passwords_told_before() throws IOException {
        String text = HEADING + "amy,艾米,B01,BRANCH_HEAD\n";
        load(text);
        String told = Files.readString(passwords());
        StaffImport.Report again = load(text);
        assertThat(again.hired()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(Files.readString(passwords())).isEqualTo(told);
    }

    @Test
    void a_bad_row_is_told_by_line_and_reason_whoever_found_it() throws IOException {
        StaffImport.Report report =
                load(HEADING + "amy,艾米,B01,\nbob,鲍勃,nowhere,SERVICE_AGENT\ncat,凯特,B01,SERVICE_AGENT\n");
        assertThat(report.hired()).isEqualTo(1);
        assertThat(report.unchanged()).isZero();
        assertThat(report.rejected())
                .containsExactly(
                        new RejectedRow(2, "invalid-row", "roles: empty (expected: a text)"),
                        new RejectedRow(3, "organisation-unknown", "没有这个机构"));
    }

    @Test
    void batches_are_small_because_every_password_is_hashed_at_its_price() throws IOException {
        StringBuilder text = new StringBuilder(HEADING);
        for (int i = 0; i < 45; i++) {
            text.append("u").append(i).append(",某人,B01,SERVICE_AGENT\n");
        }
        assertThat(load(text.toString()).hired()).isEqualTo(45);
        assertThat(batches).extracting(batch -> batch.path("rows").size()).containsExactly(20, 20, 5);
    }

    @Test
    void the_example_names_every_node_of_the_example_tree() {
        PlaceFile.Content tree = new PlaceFile(
                        Path.of("examples", "organisations.csv"),
                        Target.ORGANISATIONS,
                        "GCJ02",
                        CategoryMapping.standard())
                .read();
        StaffFile.Content staff = StaffFile.read(Path.of("examples", "staff.csv"));
        assertThat(staff.rejected()).isEmpty();
        assertThat(staff.rows()).extracting(row -> row.get("organisationId")).contains("hq");
        assertThat(staff.rows())
                .extracting(row -> row.get("organisationId"))
                .containsAll(
                        tree.rows().stream().map(row -> row.more().get("id")).toList());
    }
}
