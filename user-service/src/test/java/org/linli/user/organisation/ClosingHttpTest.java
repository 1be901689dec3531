package org.linli.user.organisation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.linli.user.branch.Branches;
import org.linli.user.outlet.Outlets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.web.servlet.ResultActions;

/** A node closes only when it is empty, whoever comes at the same moment and whenever the service stops. */
class ClosingHttpTest extends HttpTest {
    private static final String STAFF = "/api/v1/admin/staff";
    private static final String BRANCHES = "/api/v1/admin/branches/";
    private static final String OUTLETS = "/api/v1/admin/outlets";
    private static final String COUNT = "/internal/v1/organisations/[^/]+/merchants/leaving";

    private final ExecutorService others = Executors.newFixedThreadPool(4);

    @Autowired
    MongoOperations mongo;

    @Autowired
    PendingChanges pendingChanges;

    @Autowired
    Branches branches;

    @Autowired
    StaffSearch search;

    @Autowired
    Outlets outlets;

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    private ResultActions close(String branch) throws Exception {
        return tell(BRANCHES + branch + "/closure", administrator(), null);
    }

    private ResultActions hire(String organisation) throws Exception {
        return tell(
                STAFF,
                administrator(),
                Map.of(
                        "username",
                        "u" + Ids.next(),
                        "password",
                        PASSWORD,
                        "displayName",
                        "张三",
                        "roles",
                        List.of("SERVICE_AGENT"),
                        "organisationId",
                        organisation));
    }

    private ResultActions openOutlet(String branch) throws Exception {
        return tell(
                OUTLETS,
                administrator(),
                Map.of("branchId", branch, "name", "服务点", "point", Map.of("lat", 30, "lng", 120)));
    }

    private Document stored(String branch) {
        Document found = mongo.findOne(Query.query(Criteria.where("_id").is(branch)), Document.class, "branches");
        return found == null ? new Document() : found;
    }

    private boolean isClosed(String branch) {
        return stored(branch).getBoolean("closed");
    }

    /** Closing looks at staff and outlets first and asks merchant-service then, which takes its time here. */
    @Test
    void nobody_slips_in_between_the_counting_and_the_closing() throws Exception {
        String branch = openBranch(30, 120);
        OUTSIDE.stubFor(post(urlPathMatching(COUNT))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"count\":0}")
                        .withFixedDelay(1_500)));
        Future<ResultActions> closing = others.submit(() -> close(branch));
        await().until(() -> stored(branch).containsKey("closing"));
        refused(hire(branch), 422, "organisation-unknown");
        refused(openOutlet(branch), 422, "parent-unknown");
        closing.get().andExpect(status().isOk()).andExpect(jsonPath("$.status").value("CLOSED"));
        assertThat(search.countBelow("/hq/" + branch + "/")).isZero();
        assertThat(outlets.notClosedBelow(branch)).isZero();
    }

    @Test
    void whatever_comes_while_a_branch_closes_a_closed_one_is_empty() throws Exception {
        for (int round = 0; round < 12; round++) {
            String branch = openBranch(30, 120);
            List<Callable<ResultActions>> all = new ArrayList<>();
            all.add(() -> close(branch));
            all.add(() -> hire(branch));
            all.add(() -> openOutlet(branch));
            all.add(() -> close(branch));
            for (Future<ResultActions> each : others.invokeAll(all)) {
                assertThat(each.get().andReturn().getResponse().getStatus()).isIn(200, 201, 409, 412, 422);
            }
            if (isClosed(branch)) {
                assertThat(search.countBelow("/hq/" + branch + "/")).isZero();
                assertThat(outlets.notClosedBelow(branch)).isZero();
            }
            assertThat(stored(branch)).doesNotContainKey("closing");
            assertThat(stored(branch).getList("arrivals", Document.class)).isEmpty();
        }
    }

    @Test
    void one_that_is_not_empty_opens_again_to_everyone() throws Exception {
        String branch = openBranch(30, 120);
        hire(branch).andExpect(status().isCreated());
        refused(close(branch), 409, "organisation-not-empty");
        hire(branch).andExpect(status().isCreated());
        openOutlet(branch).andExpect(status().isCreated());
    }

    @Test
    void while_merchant_service_is_away_it_opens_again() throws Exception {
        String branch = openBranch(30, 120);
        OUTSIDE.stubFor(post(urlPathMatching(COUNT)).willReturn(aResponse().withStatus(503)));
        refused(close(branch), 503, "dependency-unavailable");
        hire(branch).andExpect(status().isCreated());
    }

    /** As if the service had stopped between marking and closing. */
    @Test
    void a_closing_that_a_crash_cut_off_is_finished_by_the_next_pass() throws Exception {
        String empty = openBranch(30, 120);
        String full = openBranch(30, 120);
        hire(full).andExpect(status().isCreated());
        mark(empty);
        mark(full);
        refused(hire(empty), 422, "organisation-unknown");
        OUTSIDE.stubFor(post(urlPathMatching(COUNT)).willReturn(okJson("{\"count\":0}")));
        pendingChanges.applyDue();
        assertThat(isClosed(empty)).isTrue();
        assertThat(isClosed(full)).isFalse();
        hire(full).andExpect(status().isCreated());
    }

    /** As if it had been called off, or ended, after the pass had seen it. */
    @Test
    void a_pass_closes_nothing_that_is_not_planned_or_begun_any_more() throws Exception {
        String branch = openBranch(30, 120);
        branches.closing().close(branch, true, node -> 0, left -> true);
        assertThat(isClosed(branch)).isFalse();
        hire(branch).andExpect(status().isCreated());
    }

    private void mark(String branch) {
        Document mark = new Document("attempt", Ids.next()).append("since", clock.instant());
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(branch)),
                new Update().set("closing", mark).inc("version", 1),
                "branches");
    }

    /** Whoever was let in and has not been written yet counts; one who never arrives, because a process died, lapses. */
    @Test
    void whoever_is_on_the_way_keeps_a_branch_from_closing_for_a_while() throws Exception {
        String branch = openBranch(30, 120);
        assertThat(branches.enter(branch, "staff:nobody", false)).isPresent();
        close(branch)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.errors[0].field").value("staff"));
        clock.forward(Duration.ofMinutes(11));
        close(branch).andExpect(status().isOk());
    }
}
