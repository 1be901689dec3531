package org.linli.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.localstack.access.AccessTable;
import org.linli.localstack.access.ScopeWalk;
import org.linli.user.audit.PlantedRows;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Every endpoint with data of an organisation shows a branch's things to that branch and above, to nobody else (P-1). */
class ScopeWalkTest extends PeopleHttpTest {
    private static final String BRANCH = "SCOPE1";
    private static final String PATH = "/hq/" + BRANCH + "/";

    @Autowired
    BeanFactory beans;

    @BeforeEach
    void aBranch() throws Exception {
        int status = tell("/api/v1/admin/branches", administrator(), branch(BRANCH, 20, 150))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isIn(201, 409);
    }

    @Test
    void a_branchs_things_are_reached_from_there_and_above_only() throws Exception {
        ScopeWalk walk = new ScopeWalk("user-service", PATH);
        new OrganisationProbes(this, BRANCH).addTo(walk);
        new StaffProbes(this, BRANCH).addTo(walk);
        new CustomerProbes(this, BRANCH).addTo(walk);
        new AuditProbes(this, BRANCH, new PlantedRows(beans)).addTo(walk);
        walk.requireNoFindings();
    }

    /** Staff of an outlet against those of its siblings, and against whoever is below it. */
    @Test
    void an_outlets_staff_are_reached_from_there_and_above_only() throws Exception {
        String outlet = body(tell(
                        "/api/v1/admin/outlets",
                        administrator(),
                        Map.of("branchId", BRANCH, "name", "服务点", "point", Map.of("lat", 20, "lng", 150))))
                .path("id")
                .asString();
        ScopeWalk walk = new ScopeWalk("user-service", PATH + outlet + "/");
        new StaffProbes(this, outlet).addTo(walk);
        assertThat(walk.findings()).allMatch(finding -> finding.startsWith("no probe: "));
    }

    @Test
    void an_endpoint_without_a_probe_breaks_the_build() throws Exception {
        assertThat(new ScopeWalk("user-service", PATH).findings())
                .contains("no probe: GET /api/v1/admin/staff", "no probe: GET /api/v1/admin/customers/{userId}");
    }

    /** Of these there is one for the whole bank: whoever may everything in a branch may nothing here. */
    @Test
    void what_belongs_to_the_whole_bank_is_head_offices_alone() throws Exception {
        Map<String, Object> names = Map.of("zh", "看商户", "en", "Sees merchants");
        Map<String, Object> role =
                Map.of("name", names, "permissions", List.of("merchant.read"), "headOfficeOnly", false);
        Map<String, Object> made = new HashMap<>(role);
        made.put("code", "R_SCOPE");
        Map<String, Object> rows = Map.of("rows", List.of(Map.of("line", 1)));
        Map<String, Object> letter = Map.of("topic", "t", "partition", 0, "offset", 0);
        isHeadOffices(post("/api/v1/admin/branches/imports"), rows);
        isHeadOffices(post("/api/v1/admin/organisations/imports"), rows);
        isHeadOffices(post("/api/v1/admin/roles"), made);
        isHeadOffices(put("/api/v1/admin/roles/R_SCOPE").header("If-Match", "1"), role);
        isHeadOffices(delete("/api/v1/admin/roles/R_SCOPE"), null);
        isHeadOffices(get("/api/v1/admin/audit-trail/dead-letters"), null);
        isHeadOffices(post("/api/v1/admin/audit-trail/dead-letters/replay"), letter);
    }

    private void isHeadOffices(MockHttpServletRequestBuilder request, Object body) throws Exception {
        List<String> everything = List.copyOf(AccessTable.get().permissions());
        String token = Probes.holding(this, Map.of(PATH, everything));
        refused(send(request, token, body), 403, "forbidden");
    }
}
