package org.linli.user.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import tools.jackson.databind.JsonNode;

/** Hiring and listing within a data scope (rule P-1). */
class StaffHttpTest extends HttpTest {
    private static final String STAFF = "/api/v1/admin/staff";

    private static Map<String, Object> candidate(String role, String organisation) {
        Map<String, Object> form = new HashMap<>();
        form.put("username", "u" + Ids.next());
        form.put("password", PASSWORD);
        form.put("displayName", "张三");
        form.put("roles", List.of(role));
        form.put("organisationId", organisation);
        return form;
    }

    @Test
    void whoever_is_hired_can_log_in_and_is_shown_without_the_password() throws Exception {
        Map<String, Object> form = candidate("BRANCH_HEAD", openBranch(30, 120));
        String answer = tell(STAFF, administrator(), form)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.enabled").value(true))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).doesNotContain("assword").doesNotContain("$2a");
        tell("/api/v1/auth/staff", null, Map.of("username", form.get("username"), "password", PASSWORD))
                .andExpect(status().isOk());
    }

    @Test
    void a_user_name_is_given_once() throws Exception {
        Map<String, Object> form = candidate("AUDITOR", "hq");
        tell(STAFF, administrator(), form).andExpect(status().isCreated());
        refused(tell(STAFF, administrator(), form), 409, "username-taken");
    }

    @Test
    void there_is_no_place_in_an_unknown_or_closed_branch() throws Exception {
        refused(tell(STAFF, administrator(), candidate("BRANCH_HEAD", "nowhere")), 422, "organisation-unknown");
        String closed = openBranch(30, 120);
        tell("/api/v1/admin/branches/" + closed + "/closure", administrator(), null);
        refused(tell(STAFF, administrator(), candidate("BRANCH_HEAD", closed)), 422, "organisation-unknown");
    }

    @Test
    void those_who_control_a_branch_do_not_belong_to_it() throws Exception {
        refused(
                tell(STAFF, administrator(), candidate("RISK_MANAGER", openBranch(30, 120))),
                422,
                "role-of-head-office");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "password", "displayName", "roles", "organisationId"})
    void everything_is_needed(String missing) throws Exception {
        Map<String, Object> form = candidate("AUDITOR", "hq");
        form.remove(missing);
        refused(tell(STAFF, administrator(), form), 400, "invalid-parameter");
    }

    @Test
    void bad_values_are_refused() throws Exception {
        Map<String, Object> shortPassword = candidate("AUDITOR", "hq");
        shortPassword.put("password", "short");
        refused(tell(STAFF, administrator(), shortPassword), 400, "invalid-parameter");
        Map<String, Object> longPassword = candidate("AUDITOR", "hq");
        longPassword.put("password", "长".repeat(25));
        refused(tell(STAFF, administrator(), longPassword), 400, "invalid-parameter");
        refused(tell(STAFF, administrator(), candidate("OWNER", "hq")), 422, "role-unknown");
    }

    @Test
    void staff_see_their_node_and_below() throws Exception {
        String mine = openBranch(30, 120);
        String other = openBranch(30, 120);
        tell(STAFF, administrator(), candidate("BRANCH_HEAD", mine)).andExpect(status().isCreated());
        tell(STAFF, administrator(), candidate("ACCOUNT_MANAGER", mine)).andExpect(status().isCreated());
        tell(STAFF, administrator(), candidate("BRANCH_HEAD", other)).andExpect(status().isCreated());
        String head = staff("BRANCH_HEAD", mine, "/hq/" + mine + "/");
        JsonNode seen = body(ask(STAFF + "?size=100", head)).path("items");
        assertThat(seen)
                .hasSize(2)
                .allMatch(one -> one.path("organisationId").asString().equals(mine));
        JsonNode page = body(ask(STAFF + "?size=1", head));
        JsonNode rest = body(ask(STAFF + "?size=1&after=" + page.path("next").asString(), head));
        assertThat(rest.path("items"))
                .hasSize(1)
                .doesNotContain(page.path("items").get(0));
        assertThat(rest.has("next")).isFalse();
        ask(STAFF, staff("AUDITOR", "hq", "/hq/"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(org.hamcrest.Matchers.greaterThan(2)));
    }

    @Test
    void the_tree_shows_as_far_as_the_scope_reaches() throws Exception {
        String mine = openBranch(30, 120);
        JsonNode seen = body(ask("/api/v1/admin/organisations", staff("BRANCH_HEAD", mine, "/hq/" + mine + "/")));
        assertThat(seen.path("items").findValuesAsString("id")).containsExactly(mine);
        ask("/api/v1/admin/organisations?size=1", administrator())
                .andExpect(jsonPath("$.items[0].id").value("hq"))
                .andExpect(jsonPath("$.items[0].kind").value("HEAD_OFFICE"))
                .andExpect(jsonPath("$.next").isString());
        refused(ask("/api/v1/admin/organisations?size=0", administrator()), 400, "invalid-parameter");
        refused(ask("/api/v1/admin/organisations?after=%21", administrator()), 400, "invalid-parameter");
    }

    @Test
    void an_administrator_of_a_branch_cannot_hire_for_head_office() throws Exception {
        String mine = openBranch(30, 120);
        String me = staff("ADMINISTRATOR", mine, "/hq/" + mine + "/");
        refused(tell(STAFF, me, candidate("ADMINISTRATOR", "hq")), 403, "forbidden");
        tell(STAFF, me, candidate("SERVICE_AGENT", mine)).andExpect(status().isCreated());
    }

    @Test
    void others_may_not_look_or_hire() throws Exception {
        refused(tell(STAFF, null, "{broken"), 401, "unauthenticated");
        refused(tell(STAFF, staff("AUDITOR", "hq", "/hq/"), "{broken"), 403, "forbidden");
        refused(ask(STAFF, staff("SERVICE_AGENT", "hq", "/hq/")), 403, "forbidden");
        refused(ask(STAFF, consumer()), 403, "forbidden");
        refused(ask(STAFF, service("merchant-service")), 403, "forbidden");
    }

    @Test
    void whoever_has_left_can_neither_log_in_nor_renew_a_login() throws Exception {
        Map<String, Object> form = candidate("AUDITOR", "hq");
        String id = body(tell(STAFF, administrator(), form)).path("id").asString();
        Map<String, Object> login = Map.of("username", form.get("username"), "password", PASSWORD);
        String refreshToken = body(tell("/api/v1/auth/staff", null, login))
                .path("refreshToken")
                .asString();
        tell(STAFF + "/" + id + "/deactivation", administrator(), null).andExpect(status().isNoContent());
        refused(tell("/api/v1/auth/staff", null, login), 401, "invalid-credentials");
        refused(tell("/api/v1/auth/refresh", null, Map.of("refreshToken", refreshToken)), 401, "refresh-token-invalid");
        refused(tell(STAFF + "/nobody/deactivation", administrator(), null), 404, "not-found");
    }
}
