package org.linli.user.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
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
