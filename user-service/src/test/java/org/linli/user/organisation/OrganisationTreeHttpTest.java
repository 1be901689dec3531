package org.linli.user.organisation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.linli.user.branch.BusinessDay;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The tree of head office, branches and outlets: what it shows, when a branch may close, and what was planned. */
class OrganisationTreeHttpTest extends HttpTest {
    private static final String BRANCHES = "/api/v1/admin/branches";
    private static final String OUTLETS = "/api/v1/admin/outlets";
    private static final String TREE = "/api/v1/admin/organisations";

    @Autowired
    PendingChanges pendingChanges;

    private String openOutlet(String branchId) throws Exception {
        return openOutlet(branchId, null).path("id").asString();
    }

    private JsonNode openOutlet(String branchId, String effectiveOn) throws Exception {
        Map<String, Object> form = new HashMap<>();
        form.put("branchId", branchId);
        form.put("name", "服务点");
        form.put("point", Map.of("lat", 30, "lng", 120));
        form.put("effectiveOn", effectiveOn);
        return body(tell(OUTLETS, administrator(), form).andExpect(status().isCreated()));
    }

    private String inDays(int days) {
        return BusinessDay.of(clock.instant()).plusDays(days).toString();
    }

    private JsonNode node(String id) throws Exception {
        return body(ask(TREE + "/" + id, administrator()));
    }

    @Test
    void the_tree_shows_branches_and_outlets_below_the_callers_node() throws Exception {
        String branch = openBranch(30, 120);
        String outlet = openOutlet(branch);
        openOutlet(openBranch(30, 120));
        ask(TREE, staff("BRANCH_HEAD", branch, "/hq/" + branch + "/"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].kind").value("BRANCH"))
                .andExpect(jsonPath("$.items[1].kind").value("OUTLET"))
                .andExpect(jsonPath("$.items[1].parentId").value(branch))
                .andExpect(jsonPath("$.items[1].path").value("/hq/" + branch + "/" + outlet + "/"))
                .andExpect(jsonPath("$.items[1].status").value("OPEN"));
        assertThat(node("hq").path("kind").asString()).isEqualTo("HEAD_OFFICE");
        refused(ask(TREE + "/nowhere", administrator()), 404, "not-found");
    }

    @Test
    void a_branch_with_outlets_staff_and_merchants_does_not_close_and_says_what_is_left() throws Exception {
        String branch = openBranch(30, 120);
        String outlet = openOutlet(branch);
        String member = body(tell(
                        "/api/v1/admin/staff",
                        administrator(),
                        Map.of(
                                "username",
                                "u" + Ids.next(),
                                "password",
                                PASSWORD,
                                "displayName",
                                "某人",
                                "roles",
                                List.of("BRANCH_HEAD"),
                                "organisationId",
                                branch)))
                .path("id")
                .asString();
        attachedMerchants(3);
        JsonNode problem = body(tell(BRANCHES + "/" + branch + "/closure", administrator(), null)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("organisation-not-empty")));
        assertThat(problem.path("errors").toString())
                .contains("\"outlets\"", "\"staff\"", "\"merchants\"", "\"1\"", "\"3\"");

        tell(OUTLETS + "/" + outlet + "/closure", administrator(), null);
        tell("/api/v1/admin/staff/" + member + "/deactivation", administrator(), null);
        attachedMerchants(0);
        tell(BRANCHES + "/" + branch + "/closure", administrator(), null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("CLOSED"))
                .andExpect(jsonPath("$.closedOn").exists());
        OUTSIDE.verify(postRequestedFor(urlPathEqualTo("/internal/v1/organisations/" + branch + "/merchants/leaving"))
                .withHeader("Authorization", containing("Bearer ")));
    }

    @Test
    void while_merchant_service_is_away_nobody_guesses() throws Exception {
        String branch = openBranch(30, 120);
        for (ResponseDefinitionBuilder failure : new ResponseDefinitionBuilder[] {
            aResponse().withStatus(503),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            okJson("{}"),
            aResponse().withStatus(200)
        }) {
            OUTSIDE.stubFor(post(urlPathMatching("/internal/.*")).willReturn(failure));
            refused(tell(BRANCHES + "/" + branch + "/closure", administrator(), null), 503, "dependency-unavailable");
        }
        assertThat(node(branch).path("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void a_planned_branch_and_its_outlet_open_on_their_date_after_downtime_in_order_and_once() throws Exception {
        String branch = "B" + Ids.next();
        Map<String, Object> form = branch(branch, 30, 120);
        form.put("effectiveOn", inDays(2));
        tell(BRANCHES, administrator(), form)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("PLANNED"))
                .andExpect(jsonPath("$.pending.kind").value("OPEN"));
        String outlet = openOutlet(branch, inDays(2)).path("id").asString();
        refused(ask("/api/v1/branches/" + branch, null), 404, "not-found");
        assertThat(body(ask("/internal/v1/branches", service("loan-service"))).toString())
                .doesNotContain(branch);

        pendingChanges.applyDue();
        assertThat(node(branch).path("status").asString()).isEqualTo("PLANNED");
        clock.forward(Duration.ofDays(5));
        pendingChanges.applyDue();
        assertThat(node(branch).path("status").asString()).isEqualTo("OPEN");
        assertThat(node(branch).has("pending")).isFalse();
        assertThat(node(outlet).path("status").asString()).isEqualTo("OPEN");
        pendingChanges.applyDue();
        ask(OUTLETS + "/" + outlet, administrator())
                .andExpect(jsonPath("$.status").value("OPEN"))
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.header()
                        .string("ETag", "\"1\""));
    }

    @Test
    void a_planned_closing_waits_until_the_branch_is_empty() throws Exception {
        String branch = openBranch(30, 120);
        String outlet = openOutlet(branch);
        tell(BRANCHES + "/" + branch + "/closure", administrator(), Map.of("effectiveOn", inDays(1)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("OPEN"))
                .andExpect(jsonPath("$.pending.kind").value("CLOSE"));
        clock.forward(Duration.ofDays(2));
        pendingChanges.applyDue();
        assertThat(node(branch).path("status").asString()).isEqualTo("OPEN");
        tell(OUTLETS + "/" + outlet + "/closure", administrator(), null).andExpect(status().isOk());
        pendingChanges.applyDue();
        assertThat(node(branch).path("status").asString()).isEqualTo("CLOSED");
    }

    @Test
    void an_outlet_and_its_branch_planned_to_close_on_one_day_close_in_that_order() throws Exception {
        String branch = openBranch(30, 120);
        String outlet = openOutlet(branch);
        tell(BRANCHES + "/" + branch + "/closure", administrator(), Map.of("effectiveOn", inDays(1)));
        tell(OUTLETS + "/" + outlet + "/closure", administrator(), Map.of("effectiveOn", inDays(1)));
        clock.forward(Duration.ofDays(1));
        pendingChanges.applyDue();
        assertThat(node(outlet).path("status").asString()).isEqualTo("CLOSED");
        assertThat(node(branch).path("status").asString()).isEqualTo("CLOSED");
    }

    @Test
    void what_was_planned_for_a_branch_can_be_called_off() throws Exception {
        String branch = openBranch(30, 120);
        Map<String, Object> form = branch(null, 31, 121);
        form.put("effectiveOn", inDays(1));
        place(BRANCHES + "/" + branch, administrator(), form)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.pending.point.lat").value(31.0));
        refused(place(BRANCHES + "/" + branch, administrator(), branch(null, 30, 120)), 409, "change-pending");
        send(delete(BRANCHES + "/" + branch + "/pending-change"), administrator(), null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.pending").doesNotExist());
        refused(send(delete(BRANCHES + "/" + branch + "/pending-change"), administrator(), null), 404, "not-found");
        refused(
                tell(BRANCHES + "/" + branch + "/closure", administrator(), Map.of("effectiveOn", inDays(-1))),
                400,
                "invalid-parameter");
    }
}
