package org.linli.user.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.linli.user.branch.BusinessDay;
import tools.jackson.databind.JsonNode;

/** A bank of branches and outlets from one file. */
class OrganisationImportHttpTest extends HttpTest {
    private static final String IMPORTS = "/api/v1/admin/organisations/imports";

    private static Map<String, Object> row(int line, String id, String kind, String parentId) {
        Map<String, Object> row = new HashMap<>();
        row.put("line", line);
        row.put("id", id);
        row.put("kind", kind);
        row.put("parentId", parentId);
        row.put("name", "网点" + line);
        row.put("point", Map.of("lat", 30.1, "lng", 120.1, "crs", "GCJ02"));
        row.put("hours", "Mo-Fr 08:30-17:00; Sa 09:00-12:00");
        row.put("machines", "ATM:2;CRS:1");
        return row;
    }

    @Test
    void a_file_models_branches_with_outlets_and_repeated_makes_no_duplicates() throws Exception {
        String branch = "b" + Ids.next();
        Map<String, Object> bad = row(4, "o" + Ids.next(), "outlet", branch);
        bad.put("hours", "always");
        Map<String, Object> batch = Map.of(
                "rows",
                List.of(
                        row(2, branch, "branch", null),
                        row(3, "o" + Ids.next(), "outlet", branch),
                        bad,
                        row(5, "o" + Ids.next(), "outlet", "nowhere")));
        JsonNode first = body(tell(IMPORTS, administrator(), batch).andExpect(status().isOk()));
        assertThat(first.path("created").asInt()).isEqualTo(2);
        assertThat(first.path("rejected")
                        .valueStream()
                        .map(row -> row.path("line").asInt() + " "
                                + row.path("code").asString()))
                .containsExactly("4 hours-invalid", "5 parent-unknown");
        assertThat(first.path("rejected").get(0).path("detail").asString()).contains("营业时间");
        tell(IMPORTS, administrator(), batch)
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.unchanged").value(2));
        ask("/api/v1/branches/" + branch, null)
                .andExpect(jsonPath("$.outlets.length()").value(1))
                .andExpect(jsonPath("$.outlets[0].hours.SATURDAY[0].to").value("12:00"));
    }

    @Test
    void dates_open_in_the_past_or_future_move_and_rename_and_repeated_change_nothing_more() throws Exception {
        String since = "b" + Ids.next();
        String later = "b" + Ids.next();
        String outlet = "o" + Ids.next();
        String laterOutlet = "o" + Ids.next();
        Map<String, Object> batch = Map.of(
                "rows",
                List.of(
                        dated(row(2, since, "branch", null), "1998-05-01"),
                        dated(row(3, later, "branch", null), inDays(3)),
                        dated(row(4, outlet, "outlet", since), "2001-03-04"),
                        dated(row(5, laterOutlet, "outlet", later), inDays(3)),
                        dated(row(6, "o" + Ids.next(), "outlet", later), null),
                        dated(row(7, "o" + Ids.next(), "outlet", since), "1066-01-01"),
                        dated(row(8, "o" + Ids.next(), "outlet", since), "soon")));
        JsonNode first = body(tell(IMPORTS, administrator(), batch));
        assertThat(first.path("created").asInt()).isEqualTo(4);
        assertThat(first.path("rejected")
                        .valueStream()
                        .map(row -> row.path("line").asInt() + " "
                                + row.path("code").asString())
                        .sorted())
                .containsExactly("6 parent-unknown", "7 date-out-of-range", "8 date-out-of-range");
        ask("/api/v1/admin/outlets/" + outlet, administrator())
                .andExpect(jsonPath("$.openedOn").value("2001-03-04"));
        ask("/api/v1/admin/outlets/" + laterOutlet, administrator())
                .andExpect(jsonPath("$.status").value("PLANNED"));

        Map<String, Object> renamed = dated(row(2, since, "branch", null), inDays(0));
        renamed.put("name", "新名");
        Map<String, Object> moved = dated(row(3, outlet, "outlet", since), inDays(2));
        moved.put("point", Map.of("lat", 30.5, "lng", 120.5, "crs", "GCJ02"));
        Map<String, Object> changes = Map.of("rows", List.of(renamed, moved));
        tell(IMPORTS, administrator(), changes)
                .andExpect(jsonPath("$.changed").value(2))
                .andExpect(jsonPath("$.rejected").isEmpty());
        ask("/api/v1/branches/" + since, null).andExpect(jsonPath("$.name").value("新名"));
        ask("/api/v1/admin/outlets/" + outlet, administrator())
                .andExpect(jsonPath("$.pending.effectiveOn").value(inDays(2)))
                .andExpect(jsonPath("$.pending.point.lat").value(30.5));
        tell(IMPORTS, administrator(), changes)
                .andExpect(jsonPath("$.changed").value(0))
                .andExpect(jsonPath("$.unchanged").value(2));
        Map<String, Object> again = dated(row(9, outlet, "outlet", since), inDays(1));
        tell(IMPORTS, administrator(), Map.of("rows", List.of(again)))
                .andExpect(jsonPath("$.rejected[0].code").value("change-pending"));
        Map<String, Object> undated = row(10, since, "branch", null);
        undated.put("name", "更新的名");
        tell(IMPORTS, administrator(), Map.of("rows", List.of(undated)))
                .andExpect(jsonPath("$.unchanged").value(1));
    }

    private static Map<String, Object> dated(Map<String, Object> row, String on) {
        row.put("effectiveOn", on);
        return row;
    }

    private String inDays(int days) {
        return BusinessDay.of(clock.instant()).plusDays(days).toString();
    }

    /** The files that come along with the launcher, sent as it sends them. */
    @Test
    void the_example_files_model_a_bank_of_sixty_outlets_with_its_staff_and_come_again_without_effect()
            throws Exception {
        List<Map<String, Object>> nodes = new ArrayList<>();
        each("organisations.csv", row -> {
            Map<String, Object> node = new HashMap<>();
            node.put("line", row.getStartingLineNumber());
            for (String column : List.of("id", "kind", "name", "address", "hours", "machines")) {
                node.put(column, row.getField(column));
            }
            node.put("parentId", row.getField("parent_id"));
            node.put(
                    "point",
                    Map.of(
                            "lat", Double.valueOf(row.getField("lat")),
                            "lng", Double.valueOf(row.getField("lng")),
                            "crs", "GCJ02"));
            nodes.add(node);
        });
        List<Map<String, Object>> people = new ArrayList<>();
        each(
                "staff.csv",
                row -> people.add(Map.of(
                        "line", row.getStartingLineNumber(),
                        "username", row.getField("username"),
                        "displayName", row.getField("display_name"),
                        "organisationId", row.getField("organisation_id"),
                        "roles", List.of(row.getField("roles").split(";")))));
        for (boolean again : new boolean[] {false, true}) {
            tell(IMPORTS, administrator(), Map.of("rows", nodes))
                    .andExpect(jsonPath("$.created").value(again ? 0 : 72))
                    .andExpect(jsonPath("$.rejected").isEmpty());
            JsonNode answer = body(tell("/api/v1/admin/staff/imports", administrator(), Map.of("rows", people)));
            assertThat(answer.path("hired").asInt()).isEqualTo(again ? 0 : 100);
            assertThat(answer.path("rows").findValues("code")).isEmpty();
        }
        ask("/api/v1/admin/staff?organisationId=L01-1", staff("BRANCH_HEAD", "L01", "/hq/L01/"))
                .andExpect(jsonPath("$.items[0].assignments[0].path").value("/hq/L01/L01-1/"));
    }

    private static void each(String example, java.util.function.Consumer<NamedCsvRecord> reader) throws IOException {
        Path file = Path.of("..", "local-stack", "launcher", "examples", example);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(reader);
        }
    }

    @Test
    void only_an_administrator_of_head_office_imports_and_two_hundred_rows_at_most() throws Exception {
        Object batch = Map.of("rows", List.of(row(1, "b" + Ids.next(), "branch", null)));
        refused(tell(IMPORTS, staff("ADMINISTRATOR", "B01", "/hq/B01/"), batch), 403, "forbidden");
        refused(tell(IMPORTS, staff("AUDITOR", "hq", "/hq/"), batch), 403, "forbidden");
        refused(tell(IMPORTS, null, batch), 401, "unauthenticated");
        List<Object> rows = new ArrayList<>(Collections.nCopies(201, row(1, "b" + Ids.next(), "branch", null)));
        refused(tell(IMPORTS, administrator(), Map.of("rows", rows)), 400, "invalid-parameter");
        refused(tell(IMPORTS, administrator(), Map.of("rows", List.of())), 400, "invalid-parameter");
        refused(
                tell(IMPORTS, administrator(), Map.of("rows", Collections.singletonList(null))),
                400,
                "invalid-parameter");
    }
}
