package org.linli.user.organisation;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.springframework.test.web.servlet.ResultActions;

/** Rules L-1, L-8: whether somebody can be named for a task, for loan-service alone. */
class StaffStandingHttpTest extends HttpTest {
    private static final String STAFF = "/api/v1/admin/staff";
    private static final String HANDLE = "?permission=loan-application.handle&path=";

    @Test
    void somebody_may_at_their_post_and_below_and_nowhere_once_they_left() throws Exception {
        String branch = openBranch(30, 120);
        String id = hired(branch);
        String there = HANDLE + "/hq/" + branch + "/";
        ask(id, there, service("loan-service"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.atWork").value(true))
                .andExpect(jsonPath("$.allowed").value(true))
                .andExpect(jsonPath("$.displayName").doesNotExist());
        ask(id, HANDLE + "/hq/another/", service("loan-service"))
                .andExpect(jsonPath("$.atWork").value(true))
                .andExpect(jsonPath("$.allowed").value(false));
        ask(id, there.replace("handle", "assign"), service("loan-service"))
                .andExpect(jsonPath("$.allowed").value(false));
        tell(STAFF + "/" + id + "/deactivation", administrator(), Map.of()).andExpect(status().isNoContent());
        ask(id, there, service("loan-service"))
                .andExpect(jsonPath("$.atWork").value(false))
                .andExpect(jsonPath("$.allowed").value(false));
    }

    @Test
    void nobody_is_told_about_the_unknown_or_to_others() throws Exception {
        refused(ask("nobody", HANDLE + "/hq/", service("loan-service")), 404, "not-found");
        refused(ask("nobody", HANDLE + "/hq/", service("merchant-service")), 403, "forbidden");
        refused(ask("nobody", HANDLE + "hq", service("loan-service")), 400, "invalid-parameter");
    }

    private ResultActions ask(String id, String query, String token) throws Exception {
        return ask("/internal/v1/staff/" + id + "/standing" + query, token);
    }

    private String hired(String branch) throws Exception {
        return body(tell(
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
                                        List.of("ACCOUNT_MANAGER"),
                                        "organisationId",
                                        branch))
                        .andExpect(status().isCreated()))
                .path("id")
                .asString();
    }
}
