package org.linli.user.profile;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.user.PeopleHttpTest;

class ProfileHttpTest extends PeopleHttpTest {
    private static final String PROFILE = "/api/v1/me/profile";

    @Test
    void everything_is_optional_and_read_back() throws Exception {
        String token = newConsumer();
        ask(PROFILE, token).andExpect(status().isOk()).andExpect(header().string("ETag", "\"0\""));
        place(
                        PROFILE,
                        token,
                        Map.of("nickname", "小王", "gender", "OTHER", "birthYear", 1990, "interests", List.of("餐饮")))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""));
        ask(PROFILE, token)
                .andExpect(jsonPath("$.nickname").value("小王"))
                .andExpect(jsonPath("$.interests[0]").value("餐饮"));
        place(PROFILE, token, Map.of()).andExpect(jsonPath("$.nickname").doesNotExist());
    }

    @Test
    void a_change_of_what_was_changed_since_is_412() throws Exception {
        String token = newConsumer();
        place(PROFILE, token, Map.of("nickname", "甲"));
        refused(send(put(PROFILE).header("If-Match", "\"0\""), token, Map.of()), 412, "stale-version");
        send(put(PROFILE).header("If-Match", "\"1\""), token, Map.of()).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nickname\":\"一二三四五六七八九十一二三四五六七八九十一\"}",
                "{\"birthYear\":1899}",
                "{\"birthYear\":2099}",
                "{\"interests\":[\"a b\"]}",
                "{\"interests\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\"]}",
                "{\"homeBranch\":\"nowhere\"}",
            })
    void nonsense_is_refused(String body) throws Exception {
        refused(place(PROFILE, newConsumer(), body), 400, "invalid-parameter");
    }

    @Test
    void staff_of_the_chosen_branch_tag_and_others_do_not() throws Exception {
        String branch = openBranch(28.4, 119.9);
        String token = newConsumer();
        place(PROFILE, token, Map.of("homeBranch", branch)).andExpect(status().isOk());
        String path = "/api/v1/admin/customers/" + userId(token) + "/tags";
        Map<String, Object> tags = Map.of("tags", List.of("VIP_1", "面食"));
        place(path, staff("MARKETING_OPERATOR", branch, "/hq/" + branch + "/"), tags)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.tags[1]").value("面食"));
        ask(PROFILE, token).andExpect(jsonPath("$.tags[0]").value("VIP_1"));
        refused(place(path, staff("MARKETING_OPERATOR", "B9", "/hq/B9/"), tags), 404, "not-found");
        refused(place(path, staff("AUDITOR", "hq", "/hq/"), "{broken"), 403, "forbidden");
        refused(
                place(path, staff("MARKETING_OPERATOR", "hq", "/hq/"), Map.of("tags", List.of("a b"))),
                400,
                "invalid-parameter");
    }

    @Test
    void nobody_reads_a_profile_without_a_token() throws Exception {
        refused(ask(PROFILE, null), 401, "unauthenticated");
        refused(place(PROFILE, administrator(), "{broken"), 403, "forbidden");
    }
}
