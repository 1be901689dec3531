package org.linli.user.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.starter.security.Revocation;
import org.linli.user.HttpTest;
import org.linli.user.token.RevocationStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Own roles, the catalogue, the matrix and why someone may do something. */
class RoleHttpTest extends HttpTest {
    private static final String ROLES = "/api/v1/admin/roles";
    private static final String STAFF = "/api/v1/admin/staff";

    @Autowired
    private RevocationStore revocations;

    private final String code = "R_" + Ids.next().toUpperCase(Locale.ROOT);

    private static Map<String, Object> content(List<String> permissions, boolean headOfficeOnly) {
        return Map.of(
                "name", Map.of("zh", "看商户", "en", "Sees merchants"),
                "permissions", permissions,
                "headOfficeOnly", headOfficeOnly);
    }

    private ResultActions make(String as, String code, String... permissions) throws Exception {
        Map<String, Object> form = new java.util.HashMap<>(content(List.of(permissions), false));
        form.put("code", code);
        return tell(ROLES, as, form);
    }

    private ResultActions change(String as, String revision, Map<String, Object> content) throws Exception {
        return send(put(ROLES + "/" + code).header("If-Match", revision), as, content);
    }

    private String hired(String role, String organisation) throws Exception {
        return body(tell(
                                STAFF,
                                administrator(),
                                Map.of(
                                        "username",
                                        "u" + Ids.next(),
                                        "password",
                                        PASSWORD,
                                        "displayName",
                                        "王五",
                                        "roles",
                                        List.of(role),
                                        "organisationId",
                                        organisation))
                        .andExpect(status().isCreated()))
                .path("id")
                .asString();
    }

    @Test
    void an_own_role_is_made_assigned_and_changed_with_effect_on_those_who_have_it() throws Exception {
        make(administrator(), code, "merchant.read")
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"1\""));
        String branch = openBranch(30, 120);
        String member = hired(code, branch);
        change(administrator(), "\"1\"", content(List.of("merchant.read", "offer.read"), false))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.permissions.length()").value(2));
        assertThat(revocations.after("")).extracting(Revocation::holder).contains(Revocation.subject(member));
        ask(
                        "/api/v1/admin/access/explanation?staffId=" + member + "&permission=offer.read&organisationId="
                                + branch,
                        administrator())
                .andExpect(jsonPath("$.allowed").value(true))
                .andExpect(jsonPath("$.because[0].role").value(code))
                .andExpect(jsonPath("$.endpoints[0]").value("GET /api/v1/admin/offers"));
        refused(change(administrator(), "1", content(List.of("offer.read"), false)), 412, "stale-version");
        refused(send(delete(ROLES + "/" + code), administrator(), null), 409, "role-in-use");
    }

    @Test
    void a_role_that_nobody_has_can_be_dropped() throws Exception {
        make(administrator(), code, "merchant.read");
        send(delete(ROLES + "/" + code), administrator(), null).andExpect(status().isNoContent());
        refused(ask(ROLES + "/" + code, administrator()), 404, "not-found");
        refused(send(delete(ROLES + "/" + code), administrator(), null), 404, "not-found");
        refused(send(delete(ROLES + "/AUDITOR"), administrator(), null), 404, "not-found");
    }

    @Test
    void names_of_other_roles_and_permissions_between_services_are_refused() throws Exception {
        refused(make(administrator(), "AUDITOR", "merchant.read"), 409, "role-exists");
        refused(make(administrator(), "OWNER", "merchant.read"), 409, "role-exists");
        refused(make(administrator(), "no role", "merchant.read"), 400, "invalid-parameter");
        refused(make(administrator(), code, "internal.branch.read"), 422, "permission-unknown");
        refused(make(administrator(), code, "made.up"), 422, "permission-unknown");
        make(administrator(), code, "merchant.read");
        refused(make(administrator(), code, "merchant.read"), 409, "role-exists");
        refused(change(administrator(), "1", content(List.of("made.up"), false)), 422, "permission-unknown");
    }

    @Test
    void nobody_changes_a_role_of_their_own() throws Exception {
        make(administrator(), code, "merchant.read");
        String me = tokens.issue(
                new org.linli.user.token.Principal(
                        Ids.next(),
                        org.linli.user.token.Principal.Kind.STAFF,
                        List.of("ADMINISTRATOR", code),
                        Map.of("/hq/", permissions.ofRole("ADMINISTRATOR")),
                        Map.of("org", "hq", "orgPath", "/hq/")),
                Ids.next());
        refused(change(me, "1", content(List.of("merchant.review"), false)), 422, "own-case");
        refused(send(delete(ROLES + "/" + code), me, null), 422, "own-case");
    }

    @Test
    void roles_hold_everywhere_so_a_branch_does_not_make_them() throws Exception {
        String branch = openBranch(30, 120);
        refused(make(staff("ADMINISTRATOR", branch, "/hq/" + branch + "/"), code, "staff.read"), 403, "forbidden");
        refused(make(staff("AUDITOR", "hq", "/hq/"), code, "staff.read"), 403, "forbidden");
    }

    @Test
    void an_own_role_can_be_kept_to_head_office() throws Exception {
        Map<String, Object> form = new java.util.HashMap<>(content(List.of("merchant.read"), true));
        form.put("code", code);
        tell(ROLES, administrator(), form).andExpect(status().isCreated());
        hired(code, "hq");
        refused(
                tell(
                        STAFF,
                        administrator(),
                        Map.of(
                                "username",
                                "u" + Ids.next(),
                                "password",
                                PASSWORD,
                                "displayName",
                                "王五",
                                "roles",
                                List.of(code),
                                "organisationId",
                                openBranch(30, 120))),
                422,
                "role-of-head-office");
    }

    @Test
    void the_catalogue_names_what_each_permission_opens_and_nothing_internal() throws Exception {
        JsonNode items = body(ask("/api/v1/admin/permissions", administrator())).path("items");
        assertThat(items).noneMatch(one -> one.path("permission").asString().startsWith("internal."));
        assertThat(items).anySatisfy(one -> {
            assertThat(one.path("permission").asString()).isEqualTo("role.read");
            assertThat(one.path("nameZh").asString()).isEqualTo("查看角色和权限");
            assertThat(one.path("endpoints").toString()).contains("GET /api/v1/admin/permissions");
        });
        ask(ROLES, administrator())
                .andExpect(jsonPath("$.items[?(@.code=='AUDITOR')].builtIn").value(true));
        ask(ROLES + "/AUDITOR", administrator())
                .andExpect(jsonPath("$.headOfficeOnly").value(true));
        refused(ask("/api/v1/admin/permissions", consumer()), 403, "forbidden");
    }

    @Test
    void the_matrix_shows_who_may_do_what_at_a_node_page_by_page() throws Exception {
        String branch = openBranch(30, 120);
        String head = hired("BRANCH_HEAD", branch);
        String deputy = hired("ACCOUNT_MANAGER", openBranch(30, 120));
        String local = staff("BRANCH_HEAD", branch, "/hq/" + branch + "/");
        String path = "/api/v1/admin/access/matrix?size=1&organisationId=" + branch;
        ask(path, local)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].staffId").value(head))
                .andExpect(jsonPath("$.items[0].because[0].role").value("BRANCH_HEAD"))
                .andExpect(jsonPath("$.next").doesNotExist());
        place(
                STAFF + "/" + head + "/leave",
                administrator(),
                Map.of(
                        "from", clock.instant().toString(),
                        "until", clock.instant().plus(Duration.ofDays(1)).toString(),
                        "deputyId", deputy));
        JsonNode rows = body(ask("/api/v1/admin/access/matrix?size=100&organisationId=" + branch, administrator()))
                .path("items");
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.path("staffId").asString()).isEqualTo(deputy);
            assertThat(row.path("because").get(0).path("deputyFor").asString()).isEqualTo(head);
        });
        hired("AUDITOR", "hq");
        JsonNode first = body(ask("/api/v1/admin/access/matrix?size=1&organisationId=hq", administrator()));
        assertThat(first.path("next").isString()).isTrue();
        refused(ask("/api/v1/admin/access/matrix?organisationId=hq", local), 404, "not-found");
        refused(ask("/api/v1/admin/access/matrix?organisationId=nowhere", administrator()), 404, "not-found");
        refused(ask("/api/v1/admin/access/matrix", administrator()), 400, "invalid-parameter");
    }

    @Test
    void an_explanation_says_why_not() throws Exception {
        String branch = openBranch(30, 120);
        String head = hired("BRANCH_HEAD", branch);
        String path = "/api/v1/admin/access/explanation?staffId=" + head;
        ask(path + "&permission=staff.manage&organisationId=" + branch, administrator())
                .andExpect(jsonPath("$.allowed").value(false))
                .andExpect(jsonPath("$.whyNot").value("LACKS_ROLE"));
        ask(path + "&permission=merchant.read&organisationId=hq", administrator())
                .andExpect(jsonPath("$.whyNot").value("HAS_IT_ELSEWHERE"));
        refused(ask(path + "&permission=made.up&organisationId=hq", administrator()), 422, "permission-unknown");
        refused(
                ask("/api/v1/admin/access/explanation?staffId=nobody&permission=x&organisationId=hq", administrator()),
                404,
                "not-found");
        tell(STAFF + "/" + head + "/deactivation", administrator(), null);
        ask(path + "&permission=merchant.read&organisationId=" + branch, administrator())
                .andExpect(jsonPath("$.whyNot").value("LEFT"));
    }
}
