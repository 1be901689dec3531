package org.linli.user.outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.user.HttpTest;
import org.linli.user.branch.BusinessDay;
import tools.jackson.databind.JsonNode;

/** What staff do with outlets, and what the public sees of them. */
class OutletHttpTest extends HttpTest {
    private static final String OUTLETS = "/api/v1/admin/outlets";

    private static Map<String, Object> outlet(String branchId, String name) {
        Map<String, Object> form = new HashMap<>();
        form.put("branchId", branchId);
        form.put("name", name);
        form.put("address", "菜市场 2 号");
        form.put("point", Map.of("lat", 30.25, "lng", 120.17, "crs", "GCJ02"));
        form.put("machines", List.of(Map.of("kind", "ATM", "count", 2), Map.of("kind", "CRS", "count", 1)));
        form.put("hours", Map.of("MONDAY", List.of(Map.of("from", "08:30", "to", "17:00"))));
        form.put("phone", "0578-1234567");
        return form;
    }

    private String opened(String branchId) throws Exception {
        return body(tell(OUTLETS, administrator(), outlet(branchId, "服务点")).andExpect(status().isCreated()))
                .path("id")
                .asString();
    }

    private String tomorrow() {
        return BusinessDay.of(clock.instant()).plusDays(1).toString();
    }

    @Test
    void an_outlet_opens_below_its_branch_and_the_public_sees_it_at_once() throws Exception {
        String branch = openBranch(30.25, 120.17);
        JsonNode answer = body(tell(OUTLETS, administrator(), outlet(branch, "菜市场服务点"))
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.branchId").value(branch))
                .andExpect(jsonPath("$.status").value("OPEN")));
        String id = answer.path("id").asString();
        assertThat(answer.path("organisationPath").asString()).isEqualTo("/hq/" + branch + "/" + id + "/");
        ask(OUTLETS + "/" + id, administrator())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.hours.MONDAY[0].to").value("17:00"))
                .andExpect(jsonPath("$.openedOn").exists());
        ask("/api/v1/branches/" + branch, null)
                .andExpect(jsonPath("$.outlets[0].id").value(id))
                .andExpect(jsonPath("$.outlets[0].machines[0].count").value(2))
                .andExpect(jsonPath("$.outlets[0].hours.MONDAY[0].from").value("08:30"));
        ask("/api/v1/branches/" + branch + "/outlets", null)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].phone").value("0578-1234567"));
        refused(ask("/api/v1/branches/nowhere/outlets", null), 404, "not-found");
    }

    @Test
    void the_branch_page_changes_its_tag_with_its_outlets_and_the_tag_still_names_the_branchs_state() throws Exception {
        String branch = openBranch(30.25, 120.17);
        String before = tag("/api/v1/branches/" + branch);
        opened(branch);
        String after = tag("/api/v1/branches/" + branch);
        assertThat(after).isNotEqualTo(before);
        send(put("/api/v1/admin/branches/" + branch).header("If-Match", after), administrator(), branch(null, 31, 121))
                .andExpect(status().isOk());
    }

    private String tag(String path) throws Exception {
        return ask(path, null).andReturn().getResponse().getHeader("ETag");
    }

    @Test
    void a_change_keeps_what_it_does_not_name_and_a_move_changes_the_path() throws Exception {
        String from = openBranch(30, 120);
        String to = openBranch(30, 120);
        String id = opened(from);
        Map<String, Object> form = outlet(to, "新名");
        form.keySet().removeAll(List.of("machines", "hours", "phone"));
        send(put(OUTLETS + "/" + id).header("If-Match", "\"1\""), administrator(), form)
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.organisationPath").value("/hq/" + to + "/" + id + "/"))
                .andExpect(jsonPath("$.machines.length()").value(2))
                .andExpect(jsonPath("$.hours.MONDAY.length()").value(1));
        refused(send(put(OUTLETS + "/" + id).header("If-Match", "\"1\""), administrator(), form), 412, "stale-version");
        refused(place(OUTLETS + "/" + id, administrator(), outlet("nowhere", "x")), 422, "parent-unknown");
        refused(place(OUTLETS + "/nowhere", administrator(), form), 404, "not-found");
    }

    @Test
    void a_phone_goes_by_null_or_nothing_and_stays_when_it_is_not_named() throws Exception {
        String branch = openBranch(30, 120);
        for (String nothing : new String[] {"null", "\"\""}) {
            String id = opened(branch);
            Map<String, Object> form = outlet(branch, "x");
            form.remove("phone");
            place(OUTLETS + "/" + id, administrator(), form)
                    .andExpect(jsonPath("$.phone").value("0578-1234567"));
            String named = "{\"phone\":" + nothing + ","
                    + json.writeValueAsString(form).substring(1);
            place(OUTLETS + "/" + id, administrator(), named)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.phone").doesNotExist());
        }
    }

    @Test
    void an_outlet_needs_an_open_branch() throws Exception {
        refused(tell(OUTLETS, administrator(), outlet("nowhere", "x")), 422, "parent-unknown");
        refused(tell(OUTLETS, administrator(), outlet("hq", "x")), 422, "parent-unknown");
        String closed = openBranch(30, 120);
        tell("/api/v1/admin/branches/" + closed + "/closure", administrator(), null)
                .andExpect(status().isOk());
        refused(tell(OUTLETS, administrator(), outlet(closed, "x")), 422, "parent-unknown");
    }

    @Test
    void a_closed_outlet_changes_no_more_and_disappears_from_the_public() throws Exception {
        String branch = openBranch(30, 120);
        String id = opened(branch);
        tell(OUTLETS + "/" + id + "/closure", administrator(), null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("CLOSED"));
        tell(OUTLETS + "/" + id + "/closure", administrator(), null).andExpect(status().isOk());
        refused(place(OUTLETS + "/" + id, administrator(), outlet(branch, "x")), 409, "outlet-closed");
        ask("/api/v1/branches/" + branch, null)
                .andExpect(jsonPath("$.outlets.length()").value(0));
        refused(tell(OUTLETS + "/nowhere/closure", administrator(), null), 404, "not-found");
    }

    @Test
    void a_change_for_a_later_date_shows_waits_and_can_be_called_off() throws Exception {
        String branch = openBranch(30, 120);
        String id = opened(branch);
        Map<String, Object> form = outlet(branch, "明天的名字");
        form.put("effectiveOn", tomorrow());
        place(OUTLETS + "/" + id, administrator(), form)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("服务点"))
                .andExpect(jsonPath("$.pending.kind").value("CHANGE"))
                .andExpect(jsonPath("$.pending.effectiveOn").value(tomorrow()))
                .andExpect(jsonPath("$.pending.name").value("明天的名字"));
        refused(place(OUTLETS + "/" + id, administrator(), outlet(branch, "x")), 409, "change-pending");
        refused(tell(OUTLETS + "/" + id + "/closure", administrator(), null), 409, "change-pending");
        send(delete(OUTLETS + "/" + id + "/pending-change"), administrator(), null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.pending").doesNotExist());
        refused(send(delete(OUTLETS + "/" + id + "/pending-change"), administrator(), null), 404, "not-found");
    }

    @Test
    void a_date_that_is_past_or_far_away_is_refused_and_today_is_at_once() throws Exception {
        String branch = openBranch(30, 120);
        Map<String, Object> form = outlet(branch, "x");
        form.put("effectiveOn", BusinessDay.of(clock.instant()).minusDays(1).toString());
        refused(tell(OUTLETS, administrator(), form), 400, "invalid-parameter");
        refused(place(OUTLETS + "/" + opened(branch), administrator(), form), 400, "invalid-parameter");
        form.put("effectiveOn", "+999999999-12-31");
        refused(tell(OUTLETS, administrator(), form), 400, "invalid-parameter");
        form.put("effectiveOn", BusinessDay.of(clock.instant()).toString());
        tell(OUTLETS, administrator(), form)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("OPEN"));
    }

    @Test
    void a_branch_head_sees_the_outlets_of_the_own_branch_and_no_others_by_list_or_id() throws Exception {
        String a = openBranch(30, 120);
        String b = openBranch(30, 120);
        String ofA = opened(a);
        String ofB = opened(b);
        String headOfB = staff("BRANCH_HEAD", b, "/hq/" + b + "/");
        ask(OUTLETS, headOfB)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(ofB));
        ask(OUTLETS + "?branchId=" + a, headOfB)
                .andExpect(jsonPath("$.items.length()").value(0));
        ask(OUTLETS + "/" + ofB, headOfB).andExpect(status().isOk());
        refused(ask(OUTLETS + "/" + ofA, headOfB), 404, "not-found");
        refused(ask("/api/v1/admin/organisations/" + ofA, headOfB), 404, "not-found");
        refused(tell(OUTLETS, headOfB, outlet(b, "x")), 403, "forbidden");
    }

    @Test
    void an_administrator_of_one_branch_leaves_the_outlets_of_others_alone() throws Exception {
        String mine = openBranch(30, 120);
        String other = openBranch(30, 120);
        String ofOther = opened(other);
        String ofMine = opened(mine);
        String me = staff("ADMINISTRATOR", mine, "/hq/" + mine + "/");
        place(OUTLETS + "/" + ofMine, me, outlet(mine, "y")).andExpect(status().isOk());
        refused(tell(OUTLETS, me, outlet(other, "x")), 403, "forbidden");
        refused(place(OUTLETS + "/" + ofMine, me, outlet(other, "x")), 403, "forbidden");
        refused(place(OUTLETS + "/" + ofOther, me, outlet(mine, "x")), 404, "not-found");
        refused(tell(OUTLETS + "/" + ofOther + "/closure", me, null), 404, "not-found");
        refused(send(delete(OUTLETS + "/" + ofOther + "/pending-change"), me, null), 404, "not-found");
    }

    @Test
    void the_list_pages_by_id() throws Exception {
        String branch = openBranch(30, 120);
        String first = opened(branch);
        String second = opened(branch);
        String head = staff("BRANCH_HEAD", branch, "/hq/" + branch + "/");
        JsonNode page = body(ask(OUTLETS + "?size=1", head));
        assertThat(page.path("items").get(0).path("id").asString()).isEqualTo(first);
        ask(OUTLETS + "?size=1&after=" + page.path("next").asString(), head)
                .andExpect(jsonPath("$.items[0].id").value(second))
                .andExpect(jsonPath("$.next").doesNotExist());
        refused(ask(OUTLETS + "?size=101", head), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | \" \"",
                "point | {\"lat\":91,\"lng\":120}",
                "machines | [{\"kind\":\"ATM\",\"count\":0}]",
                "machines | [{\"kind\":\"ATM\",\"count\":51}]",
                "machines | [{\"kind\":\"ATM\",\"count\":1},{\"kind\":\"ATM\",\"count\":2}]",
                "hours | {\"MONDAY\":[{\"from\":\"17:00\",\"to\":\"08:30\"}]}",
                "hours | {\"MONDAY\":[{\"from\":\"08:00\",\"to\":\"12:00\"},{\"from\":\"11:00\",\"to\":\"13:00\"}]}",
                "hours | {\"MONDAY\":[{\"from\":\"8\",\"to\":\"12:00\"}]}",
                "phone | \"call me\"",
                "branchId | \"../x\"",
            })
    void a_bad_outlet_is_refused(String field, String value) throws Exception {
        Map<String, Object> form = outlet(openBranch(30, 120), "x");
        form.put(field, json.readTree(value));
        refused(tell(OUTLETS, administrator(), form), 400, "invalid-parameter");
    }

    @Test
    void an_unknown_machine_or_weekday_is_no_outlet() throws Exception {
        Map<String, Object> form = outlet("B01", "x");
        form.put("machines", List.of(Map.of("kind", "FAX", "count", 1)));
        refused(tell(OUTLETS, administrator(), form), 400, "malformed-body");
        refused(tell(OUTLETS, null, "{broken"), 401, "unauthenticated");
        refused(tell(OUTLETS, consumer(), "{broken"), 403, "forbidden");
    }
}
