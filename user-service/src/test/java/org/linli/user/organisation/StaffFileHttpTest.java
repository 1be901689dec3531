package org.linli.user.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** Searching, counting, importing and exporting staff. */
class StaffFileHttpTest extends HttpTest {
    private static final String STAFF = "/api/v1/admin/staff";

    @Autowired
    private MongoOperations mongo;

    private static Map<String, Object> row(String username, String displayName, String role, String organisation) {
        return Map.of(
                "username",
                username,
                "displayName",
                displayName,
                "roles",
                List.of(role),
                "organisationId",
                organisation);
    }

    private JsonNode importRows(String as, List<Map<String, Object>> rows) throws Exception {
        return body(tell(STAFF + "/imports", as, Map.of("rows", rows)).andExpect(status().isOk()));
    }

    @Test
    void rows_become_members_with_passwords_told_once() throws Exception {
        String branch = openBranch(30, 120);
        String username = "u" + Ids.next();
        JsonNode answer = importRows(
                administrator(),
                List.of(
                        row(username, "甲", "ACCOUNT_MANAGER", branch),
                        row(username, "甲", "ACCOUNT_MANAGER", branch),
                        row(username, "甲", "SERVICE_AGENT", branch),
                        row("u" + Ids.next(), "乙", "AUDITOR", branch)));
        assertThat(answer.path("hired").asInt()).isEqualTo(1);
        assertThat(answer.path("rows").get(1).has("code")).isFalse();
        assertThat(answer.path("rows").get(1).has("initialPassword")).isFalse();
        assertThat(answer.path("rows").get(2).path("code").asString()).isEqualTo("staff-differs");
        assertThat(answer.path("rows").get(3).path("code").asString()).isEqualTo("role-of-head-office");
        String password = answer.path("rows").get(0).path("initialPassword").asString();
        assertThat(password).hasSize(16);
        tell("/api/v1/auth/staff", null, Map.of("username", username, "password", password))
                .andExpect(status().isOk());
    }

    @Test
    void a_bad_row_is_told_by_line_and_reason_and_stops_no_other() throws Exception {
        String branch = openBranch(30, 120);
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(lined(2, row("U P", "甲", "SERVICE_AGENT", branch)));
        rows.add(lined(3, row("u" + Ids.next(), " ", "SERVICE_AGENT", branch)));
        rows.add(lined(4, row("u" + Ids.next(), "甲", "agent", branch)));
        rows.add(lined(5, row("u" + Ids.next(), "甲", "SERVICE_AGENT@../x", branch)));
        rows.add(lined(6, row("u" + Ids.next(), "甲", "SERVICE_AGENT", "../x")));
        rows.add(lined(7, row("u" + Ids.next(), "甲", "SERVICE_AGENT@nowhere", branch)));
        rows.add(lined(8, Map.of()));
        rows.add(lined(9, row("u" + Ids.next(), "甲", "SERVICE_AGENT", branch)));
        JsonNode answer = importRows(administrator(), rows);
        assertThat(answer.path("hired").asInt()).isEqualTo(1);
        assertThat(answer.path("rows")
                        .valueStream()
                        .map(row -> row.path("line").asInt() + " "
                                + row.path("code").asString("")))
                .containsExactly(
                        "2 username-invalid",
                        "3 display-name-invalid",
                        "4 roles-invalid",
                        "5 roles-invalid",
                        "6 organisation-invalid",
                        "7 organisation-unknown",
                        "8 username-invalid",
                        "9 ");
        assertThat(answer.path("rows").get(2).path("detail").asString()).contains("岗位");
        assertThat(answer.path("rows").get(5).path("detail").asString()).contains("没有这个机构");
    }

    private static Map<String, Object> lined(int line, Map<String, Object> row) {
        Map<String, Object> lined = new java.util.HashMap<>(row);
        lined.put("line", line);
        return lined;
    }

    @Test
    void a_batch_is_bounded_and_stays_within_the_scope() throws Exception {
        String branch = openBranch(30, 120);
        String local = staff("ADMINISTRATOR", branch, "/hq/" + branch + "/");
        JsonNode answer = importRows(local, List.of(row("u" + Ids.next(), "甲", "SERVICE_AGENT", "hq")));
        assertThat(answer.path("rows").get(0).path("code").asString()).isEqualTo("forbidden");
        List<Map<String, Object>> many =
                new ArrayList<>(Collections.nCopies(201, row("aa", "甲", "SERVICE_AGENT", "hq")));
        refused(tell(STAFF + "/imports", administrator(), Map.of("rows", many)), 400, "invalid-parameter");
        refused(tell(STAFF + "/imports", staff("AUDITOR", "hq", "/hq/"), Map.of()), 403, "forbidden");
    }

    @Test
    void the_list_is_searched_by_name_role_status_and_organisation() throws Exception {
        String branch = openBranch(30, 120);
        String username = "u" + Ids.next();
        importRows(
                administrator(),
                List.of(
                        row(username, "欧阳.锋", "ACCOUNT_MANAGER", branch),
                        row("u" + Ids.next(), "黄药师", "SERVICE_AGENT", branch)));
        String here = STAFF + "?organisationId=" + branch;
        ask(here, administrator()).andExpect(jsonPath("$.items.length()").value(2));
        ask(here + "&q=阳.", administrator())
                .andExpect(jsonPath("$.items[0].username").value(username));
        ask(here + "&q=.*", administrator())
                .andExpect(jsonPath("$.items.length()").value(0));
        ask(here + "&q=" + username.substring(3).toUpperCase(java.util.Locale.ROOT), administrator())
                .andExpect(jsonPath("$.items.length()").value(1));
        JsonNode agents =
                body(ask(here + "&role=SERVICE_AGENT", administrator())).path("items");
        assertThat(agents).hasSize(1);
        String gone = agents.get(0).path("id").asString();
        tell(STAFF + "/" + gone + "/deactivation", administrator(), null);
        ask(here + "&status=LEFT", administrator())
                .andExpect(jsonPath("$.items[0].id").value(gone));
        ask(here + "&status=ACTIVE", administrator())
                .andExpect(jsonPath("$.items.length()").value(1));
        ask(here + "&status=ON_LEAVE", administrator())
                .andExpect(jsonPath("$.items.length()").value(0));
        refused(ask(here + "&status=ILL", administrator()), 400, "invalid-parameter");
    }

    @Test
    void statistics_count_by_role_and_node_within_the_scope() throws Exception {
        String branch = openBranch(30, 120);
        importRows(
                administrator(),
                List.of(
                        row("u" + Ids.next(), "甲", "ACCOUNT_MANAGER", branch),
                        row("u" + Ids.next(), "乙", "ACCOUNT_MANAGER", branch)));
        ask(STAFF + "/statistics", staff("BRANCH_HEAD", branch, "/hq/" + branch + "/"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].role").value("ACCOUNT_MANAGER"))
                .andExpect(jsonPath("$.items[0].organisationId").value(branch))
                .andExpect(jsonPath("$.items[0].members").value(2));
    }

    @Test
    void an_export_is_on_record_opens_in_spreadsheets_and_computes_nothing() throws Exception {
        String branch = openBranch(30, 120);
        importRows(administrator(), List.of(row("u" + Ids.next(), "=1+1", "ACCOUNT_MANAGER", branch)));
        long before = mongo.getCollection("audit_notes").countDocuments();
        byte[] file = ask(STAFF + "/export", staff("AUDITOR", branch, "/hq/" + branch + "/"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"staff.csv\""))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFusername,").contains(",'=1+1,").contains("ACCOUNT_MANAGER@" + branch);
        assertThat(text.lines()).hasSize(2);
        assertThat(mongo.getCollection("audit_notes").countDocuments()).isGreaterThan(before);
        refused(ask(STAFF + "/export", staff("BRANCH_HEAD", branch, "/hq/" + branch + "/")), 403, "forbidden");
    }
}
