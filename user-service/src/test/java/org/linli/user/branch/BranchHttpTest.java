package org.linli.user.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.user.HttpTest;
import tools.jackson.databind.JsonNode;

/** What everyone may ask about branches, and what other services may. */
class BranchHttpTest extends HttpTest {

    @Test
    void the_nearest_branch_comes_first_with_its_distance() throws Exception {
        String near = openBranch(41.001, 101);
        openBranch(41.01, 101);
        ask("/api/v1/branches?lat=41&lng=101&size=1", null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].id").value(near))
                .andExpect(jsonPath("$.items[0].radiusMeters").value(2500))
                .andExpect(jsonPath("$.items[0].distanceMeters").value(org.hamcrest.Matchers.closeTo(111.2, 0.1)))
                .andExpect(jsonPath("$.next").isString());
    }

    @Test
    void points_answer_in_the_system_of_the_request() throws Exception {
        String id = openBranch(34.7466173, 113.6253334);
        JsonNode wgs = body(ask("/api/v1/branches/" + id + "?crs=WGS84", null)).path("point");
        JsonNode baidu = body(ask("/api/v1/branches/" + id + "?crs=BD09", null)).path("point");
        assertThat(wgs.path("lat").asDouble()).isCloseTo(34.7478004, within(0.00001));
        assertThat(wgs.path("lng").asDouble()).isCloseTo(113.6192856, within(0.00001));
        assertThat(baidu.path("lng").asDouble()).isCloseTo(113.6317519, within(0.00001));
        assertThat(wgs.path("crs").asString()).isEqualTo("WGS84");
        ask("/api/v1/branches?lat=34.7478004&lng=113.6192856&crs=WGS84&size=1", null)
                .andExpect(jsonPath("$.items[0].id").value(id))
                .andExpect(jsonPath("$.items[0].distanceMeters").value(org.hamcrest.Matchers.lessThan(1.0)));
    }

    @Test
    void pages_follow_one_another() throws Exception {
        String word = "分页" + System.nanoTime();
        for (int i = 0; i < 3; i++) {
            java.util.Map<String, Object> form = branch(null, 30, 120);
            form.put("name", word + i);
            tell("/api/v1/admin/branches", administrator(), form).andExpect(status().isCreated());
        }
        JsonNode first = body(ask("/api/v1/branches?size=2&q=" + word, null));
        assertThat(first.path("items")).hasSize(2);
        JsonNode second = body(ask(
                "/api/v1/branches?size=2&q=" + word + "&after="
                        + first.path("next").asString(),
                null));
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("items").get(0).path("name").asString()).isEqualTo(word + "2");
        assertThat(second.has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lat=91&lng=120",
                "lat=120.17&lng=30.25",
                "lat=30&lng=181",
                "lat=30",
                "lng=120",
                "lat=NaN&lng=120",
                "lat=Infinity&lng=120",
                "lat=north&lng=120",
                "lat=30&lng=120&crs=MARS",
                "size=0",
                "size=-1",
                "size=101",
                "size=1000000",
                "size=many",
                "after=broken",
                "after=",
                "q=0123456789012345678901234567890123456789012345678901234567890",
            })
    void bad_questions_are_refused_by_name_of_the_field(String query) throws Exception {
        refused(ask("/api/v1/branches?" + query, null), 400, "invalid-parameter");
    }

    @Test
    void a_refusal_is_told_in_chinese_and_in_english() throws Exception {
        send(get("/api/v1/branches?size=0").header("Accept-Language", "en"), null, null)
                .andExpect(jsonPath("$.detail").value("A parameter is not valid."))
                .andExpect(jsonPath("$.errors[0].field").value("size"));
        send(get("/api/v1/branches?size=0"), null, null)
                .andExpect(jsonPath("$.detail").value("请求参数不正确，请检查后重试。"));
    }

    @Test
    void one_branch_answers_with_the_tag_of_its_state() throws Exception {
        ask("/api/v1/branches/" + openBranch(30, 120), null).andExpect(header().string("ETag", "\"1\""));
        refused(ask("/api/v1/branches/nowhere", null), 404, "not-found");
    }

    @Test
    void services_read_all_branches_and_nobody_else_does() throws Exception {
        String id = openBranch(30, 120);
        JsonNode all = body(ask("/internal/v1/branches", service("merchant-service")));
        assertThat(all.path("items").findValuesAsString("id")).contains(id);
        assertThat(all.path("items").get(0).path("organisationPath").asString()).startsWith("/hq/");
        JsonNode first = body(ask("/internal/v1/branches?size=1", service("merchant-service")));
        assertThat(first.path("next").asString()).isNotEmpty();
        refused(ask("/internal/v1/branches?size=1001", service("merchant-service")), 400, "invalid-parameter");
        refused(ask("/internal/v1/branches", administrator()), 403, "forbidden");
        refused(ask("/internal/v1/branches", null), 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/branches/x/y", "/api/v1/unknown", "/api/v1/admin/unknown"})
    void whatever_is_not_named_is_refused(String path) throws Exception {
        refused(ask(path, null), 401, "unauthenticated");
        refused(ask(path, administrator()), 403, "forbidden");
    }
}
