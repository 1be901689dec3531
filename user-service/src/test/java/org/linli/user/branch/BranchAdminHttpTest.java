package org.linli.user.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What the administrators do with branches. */
class BranchAdminHttpTest extends HttpTest {
    private static final String BRANCHES = "/api/v1/admin/branches";

    @Test
    void a_branch_opens_with_the_usual_circle_and_shows_at_once() throws Exception {
        String id = "B" + Ids.next();
        tell(BRANCHES, administrator(), branch(id, 30.25, 120.17))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/v1/branches/" + id))
                .andExpect(jsonPath("$.radiusMeters").value(2500))
                .andExpect(jsonPath("$.offerReviewRequired").value(false))
                .andExpect(jsonPath("$.organisationPath").value("/hq/" + id + "/"))
                .andExpect(jsonPath("$.status").value("OPEN"));
        ask("/api/v1/branches?q=" + id, null)
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void an_id_is_given_once_also_when_the_branch_is_closed() throws Exception {
        String id = openBranch(30, 120);
        refused(tell(BRANCHES, administrator(), branch(id, 30, 120)), 409, "branch-exists");
        tell(BRANCHES + "/" + id + "/closure", administrator(), null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("CLOSED"));
        tell(BRANCHES + "/" + id + "/closure", administrator(), null).andExpect(status().isOk());
        refused(tell(BRANCHES, administrator(), branch(id, 30, 120)), 409, "branch-exists");
        refused(tell(BRANCHES, administrator(), branch("hq", 30, 120)), 409, "branch-exists");
        refused(ask("/api/v1/branches/" + id, null), 404, "not-found");
        refused(place(BRANCHES + "/" + id, administrator(), branch(null, 30, 120)), 409, "branch-closed");
    }

    @Test
    void a_change_keeps_what_it_does_not_name() throws Exception {
        String id = "B" + Ids.next();
        Map<String, Object> form = branch(id, 30, 120);
        form.put("radiusMeters", 3000);
        form.put("offerReviewRequired", true);
        tell(BRANCHES, administrator(), form);
        place(BRANCHES + "/" + id, administrator(), branch(null, 31, 121))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.point.lat").value(31.0))
                .andExpect(jsonPath("$.radiusMeters").value(3000))
                .andExpect(jsonPath("$.offerReviewRequired").value(true));
        refused(place(BRANCHES + "/nowhere", administrator(), form), 404, "not-found");
    }

    @Test
    void a_change_of_an_older_state_is_refused() throws Exception {
        String id = openBranch(30, 120);
        String path = BRANCHES + "/" + id;
        send(put(path).header("If-Match", "\"1\""), administrator(), branch(null, 31, 121))
                .andExpect(status().isOk());
        refused(
                send(put(path).header("If-Match", "\"1\""), administrator(), branch(null, 32, 121)),
                412,
                "stale-version");
        refused(
                send(put(path).header("If-Match", "nonsense"), administrator(), branch(null, 32, 121)),
                412,
                "stale-version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\",\"point\":{\"lat\":91,\"lng\":120}} | invalid-parameter",
                "{\"name\":\"x\",\"point\":{\"lat\":120,\"lng\":30}} | invalid-parameter",
                "{\"name\":\"x\",\"point\":{\"lat\":30}} | invalid-parameter",
                "{\"name\":\"x\"} | invalid-parameter",
                "{\"name\":\" \",\"point\":{\"lat\":30,\"lng\":120}} | invalid-parameter",
                "{\"name\":\"x\",\"radiusMeters\":1999,\"point\":{\"lat\":30,\"lng\":120}} | invalid-parameter",
                "{\"name\":\"x\",\"radiusMeters\":3001,\"point\":{\"lat\":30,\"lng\":120}} | invalid-parameter",
                "{\"id\":\"../x\",\"name\":\"x\",\"point\":{\"lat\":30,\"lng\":120}} | invalid-parameter",
                "{\"name\":\"x\",\"point\":{\"lat\":30,\"lng\":120,\"crs\":\"MARS\"}} | malformed-body",
                "{\"name\": | malformed-body",
            })
    void a_bad_branch_is_refused(String body, String code) throws Exception {
        refused(tell(BRANCHES, administrator(), body), 400, code);
    }

    @Test
    void who_may_not_call_learns_nothing_about_the_body() throws Exception {
        refused(tell(BRANCHES, null, "{broken"), 401, "unauthenticated");
        refused(tell(BRANCHES, consumer(), "{broken"), 403, "forbidden");
        refused(tell(BRANCHES, staff("BRANCH_HEAD", "B01", "/hq/B01/"), "{broken"), 403, "forbidden");
        refused(tell(BRANCHES + "/nowhere/closure", consumer(), null), 403, "forbidden");
        refused(
                send(post(BRANCHES).contentType(MediaType.TEXT_PLAIN).content("x"), administrator(), null),
                415,
                "unsupported-media-type");
    }

    @Test
    void an_administrator_of_one_branch_leaves_the_others_alone() throws Exception {
        String mine = openBranch(30, 120);
        String other = openBranch(30, 120);
        String me = staff("ADMINISTRATOR", mine, "/hq/" + mine + "/");
        place(BRANCHES + "/" + mine, me, branch(null, 30, 120)).andExpect(status().isOk());
        refused(place(BRANCHES + "/" + other, me, branch(null, 30, 120)), 403, "forbidden");
        refused(tell(BRANCHES + "/" + other + "/closure", me, null), 403, "forbidden");
        refused(tell(BRANCHES, me, branch(null, 30, 120)), 403, "forbidden");
        refused(tell(BRANCHES + "/imports", me, Map.of("rows", List.of(row(1, "a", 30)))), 403, "forbidden");
    }

    private static Map<String, Object> row(int line, String externalId, double lat) {
        return Map.of(
                "line",
                line,
                "externalId",
                externalId,
                "name",
                "银行" + externalId,
                "address",
                "",
                "point",
                Map.of("lat", lat, "lng", 120.17, "crs", "BD09"));
    }

    @Test
    void an_import_repeated_makes_no_duplicates_and_reports_bad_rows_by_line() throws Exception {
        String a = Ids.next();
        Map<String, Object> batch =
                Map.of("rows", List.of(row(2, a + "1", 30), row(3, a + "2", 91), row(4, a + "3", 31)));
        JsonNode first = body(tell(BRANCHES + "/imports", administrator(), batch));
        assertThat(first.path("created").asInt()).isEqualTo(2);
        assertThat(first.path("unchanged").asInt()).isZero();
        assertThat(first.path("rejected")).singleElement().satisfies(row -> {
            assertThat(row.path("line").asInt()).isEqualTo(3);
            assertThat(row.path("code").asString()).isEqualTo("point-invalid");
            assertThat(row.path("detail").asString()).contains("坐标");
        });
        JsonNode second = body(tell(BRANCHES + "/imports", administrator(), batch));
        assertThat(second.path("created").asInt()).isZero();
        assertThat(second.path("unchanged").asInt()).isEqualTo(2);
        ask("/api/v1/branches?q=" + a, null)
                .andExpect(jsonPath("$.items.length()").value(2));
    }

    @Test
    void an_import_takes_two_hundred_rows_and_not_one_more() throws Exception {
        String batch = Ids.next();
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(row(i, batch + i, 30));
        }
        tell(BRANCHES + "/imports", administrator(), Map.of("rows", rows))
                .andExpect(jsonPath("$.created").value(200));
        rows.add(row(200, batch + 200, 30));
        refused(tell(BRANCHES + "/imports", administrator(), Map.of("rows", rows)), 400, "invalid-parameter");
        refused(tell(BRANCHES + "/imports", administrator(), Map.of("rows", List.of())), 400, "invalid-parameter");
        refused(
                tell(BRANCHES + "/imports", administrator(), Map.of("rows", Collections.singletonList(null))),
                400,
                "invalid-parameter");
    }

    @Test
    void a_body_beyond_the_limit_is_refused_unread() throws Exception {
        refused(tell(BRANCHES, administrator(), "x".repeat(300_000)), 413, "payload-too-large");
    }
}
