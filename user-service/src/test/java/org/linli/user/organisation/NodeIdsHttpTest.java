package org.linli.user.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.web.servlet.ResultActions;

/** One id names one node, whatever its kind: by form, by file, and at the same moment. */
class NodeIdsHttpTest extends HttpTest {
    private static final String IMPORTS = "/api/v1/admin/organisations/imports";

    @Autowired
    MongoOperations mongo;

    private static Map<String, Object> row(String id, String kind, String parent) {
        Map<String, Object> row = new HashMap<>();
        row.put("line", 2);
        row.put("id", id);
        row.put("kind", kind);
        row.put("parentId", parent);
        row.put("name", "网点");
        row.put("point", Map.of("lat", 30.1, "lng", 120.1, "crs", "GCJ02"));
        return row;
    }

    private ResultActions imports(Map<String, Object> row) throws Exception {
        return tell(IMPORTS, administrator(), Map.of("rows", List.of(row)));
    }

    @Test
    void a_branch_does_not_open_with_an_outlets_id() throws Exception {
        String outlet = "x" + Ids.next();
        imports(row(outlet, "outlet", openBranch(30, 120)))
                .andExpect(jsonPath("$.created").value(1));
        refused(tell("/api/v1/admin/branches", administrator(), branch(outlet, 30, 120)), 409, "branch-exists");
        imports(row(outlet, "branch", null))
                .andExpect(jsonPath("$.rejected[0].code").value("id-taken"));
    }

    @Test
    void an_outlet_does_not_open_with_a_branchs_id() throws Exception {
        String branch = openBranch(30, 120);
        imports(row(branch, "outlet", openBranch(30, 120)))
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.rejected[0].code").value("id-taken"));
    }

    /** Nodes from before ids were kept in one place. */
    @Test
    void an_id_of_old_is_taken_too() throws Exception {
        String outlet = "x" + Ids.next();
        imports(row(outlet, "outlet", openBranch(30, 120))).andExpect(status().isOk());
        mongo.remove(Query.query(Criteria.where("_id").is(outlet)), "organisation_ids");
        refused(tell("/api/v1/admin/branches", administrator(), branch(outlet, 30, 120)), 409, "branch-exists");
    }

    @Test
    void of_a_branch_and_an_outlet_of_one_id_at_the_same_moment_one_opens() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            String parent = openBranch(30, 120);
            for (int round = 0; round < 10; round++) {
                String id = "x" + Ids.next();
                List<Callable<ResultActions>> all = List.of(
                        () -> tell("/api/v1/admin/branches", administrator(), branch(id, 30, 120)),
                        () -> imports(row(id, "outlet", parent)));
                for (Future<ResultActions> each : both.invokeAll(all)) {
                    assertThat(each.get().andReturn().getResponse().getStatus()).isIn(200, 201, 409);
                }
                Query of = Query.query(Criteria.where("_id").is(id));
                assertThat(mongo.count(of, "branches") + mongo.count(of, "outlets"))
                        .isEqualTo(1);
            }
        } finally {
            both.shutdownNow();
        }
    }
}
