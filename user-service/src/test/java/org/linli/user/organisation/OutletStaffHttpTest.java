package org.linli.user.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Members of staff whose home or post is an outlet: their scope is its path (rule P-1), wherever it hangs. */
class OutletStaffHttpTest extends HttpTest {
    private static final String STAFF = "/api/v1/admin/staff";
    private static final String OUTLETS = "/api/v1/admin/outlets";
    private static final String ACCESS = "/api/v1/admin/access";

    @Autowired
    PendingChanges pendingChanges;

    @Autowired
    MongoOperations mongo;

    private static Map<String, Object> outlet(String branchId) {
        Map<String, Object> form = new HashMap<>();
        form.put("branchId", branchId);
        form.put("name", "服务点");
        form.put("point", Map.of("lat", 30, "lng", 120));
        return form;
    }

    private String opened(String branchId) throws Exception {
        return body(tell(OUTLETS, administrator(), outlet(branchId)).andExpect(status().isCreated()))
                .path("id")
                .asString();
    }

    private JsonNode hired(String role, String organisationId) throws Exception {
        return body(
                tell(STAFF, administrator(), candidate(role, organisationId)).andExpect(status().isCreated()));
    }

    private static Map<String, Object> candidate(String role, String organisationId) {
        return Map.of(
                "username",
                "u" + Ids.next(),
                "password",
                PASSWORD,
                "displayName",
                "张三",
                "roles",
                List.of(role),
                "organisationId",
                organisationId);
    }

    private static String pathOf(String branch, String outlet) {
        return "/hq/" + branch + "/" + outlet + "/";
    }

    @Test
    void a_post_at_an_outlet_holds_there_and_shows_in_matrix_search_statistics_table_and_token() throws Exception {
        String branch = openBranch(30, 120);
        String outlet = opened(branch);
        JsonNode member = hired("SERVICE_AGENT", outlet);
        String id = member.path("id").asString();
        assertThat(member.path("assignments").get(0).path("path").asString()).isEqualTo(pathOf(branch, outlet));

        assertThat(inMatrix(outlet, id)
                        .path("because")
                        .path(0)
                        .path("organisationId")
                        .asString(""))
                .isEqualTo(outlet);
        assertThat(inMatrix(branch, id).isMissingNode()).isTrue();
        String held = permissions.ofRole("SERVICE_AGENT").iterator().next();
        String why = ACCESS + "/explanation?permission=" + held + "&staffId=" + id + "&organisationId=";
        ask(why + outlet, administrator()).andExpect(jsonPath("$.allowed").value(true));
        ask(why + branch, administrator())
                .andExpect(jsonPath("$.allowed").value(false))
                .andExpect(jsonPath("$.whyNot").value("HAS_IT_ELSEWHERE"));
        ask(STAFF + "?organisationId=" + outlet, administrator())
                .andExpect(jsonPath("$.items[0].id").value(id));
        String table = ask(STAFF + "/export", staff("AUDITOR", branch, "/hq/" + branch + "/"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(table).contains("SERVICE_AGENT@" + outlet);
        ask(STAFF + "/statistics", staff("BRANCH_HEAD", branch, "/hq/" + branch + "/"))
                .andExpect(jsonPath("$.items[0].organisationId").value(outlet));
    }

    /** However many others may do something there. */
    private JsonNode inMatrix(String organisation, String staffId) throws Exception {
        String after = "";
        do {
            JsonNode page =
                    body(ask(ACCESS + "/matrix?size=100&organisationId=" + organisation + after, administrator()));
            for (JsonNode item : page.path("items")) {
                if (item.path("staffId").asString("").equals(staffId)) {
                    return item;
                }
            }
            after = page.hasNonNull("next") ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        return MissingNode.getInstance();
    }

    @Test
    void staff_of_an_outlet_see_neither_the_sibling_nor_the_branchs_other_rows() throws Exception {
        String branch = openBranch(30, 120);
        String mine = opened(branch);
        String sibling = opened(branch);
        String me = hired("BRANCH_HEAD", mine).path("id").asString();
        String next = hired("SERVICE_AGENT", sibling).path("id").asString();
        String above = hired("ACCOUNT_MANAGER", branch).path("id").asString();
        String token = staff(me, "BRANCH_HEAD", mine, pathOf(branch, mine));

        ask(STAFF, token)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(me));
        refused(ask(STAFF + "/" + next, token), 404, "not-found");
        refused(ask(STAFF + "/" + above, token), 404, "not-found");
        ask(OUTLETS, token)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(mine));
        refused(ask(OUTLETS + "/" + sibling, token), 404, "not-found");
        ask("/api/v1/admin/organisations", token)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(mine));
        refused(ask("/api/v1/admin/organisations/" + branch, token), 404, "not-found");
        refused(ask(ACCESS + "/matrix?organisationId=" + sibling, token), 404, "not-found");
        refused(ask(ACCESS + "/matrix?organisationId=" + branch, token), 404, "not-found");
    }

    @Test
    void an_administrator_of_an_outlet_hires_there_and_nowhere_else() throws Exception {
        String branch = openBranch(30, 120);
        String mine = opened(branch);
        String me = staff("ADMINISTRATOR", mine, pathOf(branch, mine));
        refused(tell(STAFF, me, candidate("SERVICE_AGENT", opened(branch))), 403, "forbidden");
        refused(tell(STAFF, me, candidate("SERVICE_AGENT", branch)), 403, "forbidden");
        refused(tell(STAFF, administrator(), candidate("RISK_MANAGER", mine)), 422, "role-of-head-office");
    }

    @Test
    void there_is_no_place_in_a_closed_outlet_and_an_outlet_with_staff_does_not_close() throws Exception {
        String outlet = opened(openBranch(30, 120));
        String member = hired("SERVICE_AGENT", outlet).path("id").asString();
        refused(tell(OUTLETS + "/" + outlet + "/closure", administrator(), null), 409, "organisation-not-empty");
        tell(STAFF + "/" + member + "/deactivation", administrator(), null).andExpect(status().isNoContent());
        tell(OUTLETS + "/" + outlet + "/closure", administrator(), null).andExpect(status().isOk());
        refused(tell(STAFF, administrator(), candidate("SERVICE_AGENT", outlet)), 422, "organisation-unknown");
    }

    @Test
    void a_member_moves_to_an_outlet_and_gets_a_post_there() throws Exception {
        String branch = openBranch(30, 120);
        String outlet = opened(branch);
        String member = hired("SERVICE_AGENT", branch).path("id").asString();
        place(STAFF + "/" + member + "/organisation", administrator(), Map.of("organisationId", outlet))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.organisationId").value(outlet));
        List<Map<String, String>> posts = List.of(Map.of("role", "SERVICE_AGENT", "organisationId", outlet));
        place(STAFF + "/" + member + "/assignments", administrator(), Map.of("assignments", posts))
                .andExpect(jsonPath("$.assignments[0].path").value(pathOf(branch, outlet)));
        ask(STAFF + "/" + member, staff("BRANCH_HEAD", outlet, pathOf(branch, outlet)))
                .andExpect(status().isOk());
    }

    @Test
    void when_an_outlet_moves_below_another_branch_its_staff_and_their_scope_follow() throws Exception {
        String from = openBranch(30, 120);
        String to = openBranch(30, 120);
        String outlet = opened(from);
        String member = hired("SERVICE_AGENT", outlet).path("id").asString();
        place(OUTLETS + "/" + outlet, administrator(), outlet(to)).andExpect(status().isOk());
        ask(STAFF + "/" + member, staff("BRANCH_HEAD", to, "/hq/" + to + "/"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.assignments[0].path").value(pathOf(to, outlet)));
        refused(ask(STAFF + "/" + member, staff("BRANCH_HEAD", from, "/hq/" + from + "/")), 404, "not-found");
    }

    /** As if the service had stopped between the move of the outlet and that of its staff. */
    @Test
    void staff_that_did_not_follow_before_a_crash_follow_with_the_next_pass() throws Exception {
        String from = openBranch(30, 120);
        String outlet = opened(from);
        String member = hired("SERVICE_AGENT", outlet).path("id").asString();
        String to = openBranch(30, 120);
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(outlet)),
                new Update().set("details.branchId", to).set("displaced", true).inc("version", 1),
                "outlets");
        pendingChanges.applyDue();
        ask(STAFF + "/" + member, staff("BRANCH_HEAD", to, "/hq/" + to + "/")).andExpect(status().isOk());
        assertThat(mongo.exists(
                        Query.query(Criteria.where("_id")
                                .is(outlet)
                                .and("displaced")
                                .is(true)),
                        "outlets"))
                .isFalse();
    }
}
