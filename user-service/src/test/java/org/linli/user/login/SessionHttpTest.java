package org.linli.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Seeing and ending logins; changing one's password. */
class SessionHttpTest extends HttpTest {
    private static final String STAFF = "/api/v1/admin/staff";
    private static final String MINE = "/api/v1/me/sessions";

    private final String username = "u" + Ids.next();
    private String id = "";

    private void hired() throws Exception {
        id = body(tell(
                        STAFF,
                        administrator(),
                        Map.of(
                                "username",
                                username,
                                "password",
                                PASSWORD,
                                "displayName",
                                "李四",
                                "roles",
                                List.of("AUDITOR"),
                                "organisationId",
                                "hq")))
                .path("id")
                .asString();
    }

    private JsonNode logIn(String device) throws Exception {
        return body(send(
                        post("/api/v1/auth/staff").header("User-Agent", device),
                        null,
                        Map.of("username", username, "password", PASSWORD))
                .andExpect(status().isOk()));
    }

    private static String access(JsonNode login) {
        return login.path("accessToken").asString();
    }

    private ResultActions refresh(JsonNode login) throws Exception {
        return tell(
                "/api/v1/auth/refresh",
                null,
                Map.of("refreshToken", login.path("refreshToken").asString()));
    }

    @Test
    void everyone_sees_their_logins_with_device_and_last_use() throws Exception {
        hired();
        JsonNode first = logIn("x".repeat(150));
        clock.forward(Duration.ofMinutes(1));
        JsonNode second = logIn("Firefox");
        clock.forward(Duration.ofMinutes(1));
        refresh(first).andExpect(status().isOk());
        String text = ask(MINE, access(second))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].device").value("Firefox"))
                .andExpect(jsonPath("$.items[0].current").value(true))
                .andExpect(jsonPath("$.items[1].device").value("x".repeat(100)))
                .andExpect(jsonPath("$.items[1].current").value(false))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String family = first.path("refreshToken").asString().split("\\.")[0];
        assertThat(text).doesNotContain(family);
        JsonNode items = json.readTree(text).path("items");
        assertThat(items.get(1).path("lastUsedAt").asString())
                .isGreaterThan(items.get(0).path("lastUsedAt").asString());
        refused(ask(MINE, null), 401, "unauthenticated");
    }

    @Test
    void one_can_be_ended_and_only_by_its_owner() throws Exception {
        hired();
        JsonNode gone = logIn("a");
        String sessionId =
                body(ask(MINE, access(gone))).path("items").get(0).path("id").asString();
        JsonNode stays = logIn("b");
        refused(send(delete(MINE + "/" + sessionId), consumer(), null), 404, "not-found");
        send(delete(MINE + "/" + sessionId), access(stays), null).andExpect(status().isNoContent());
        refused(refresh(gone), 401, "refresh-token-invalid");
        refused(send(delete(MINE + "/" + sessionId), access(stays), null), 404, "not-found");
        refresh(stays).andExpect(status().isOk());
    }

    @Test
    void whoever_manages_staff_sees_and_ends_theirs() throws Exception {
        hired();
        JsonNode login = logIn("a");
        String path = STAFF + "/" + id + "/sessions";
        String sessionId =
                body(ask(path, administrator())).path("items").get(0).path("id").asString();
        send(delete(path + "/" + sessionId), administrator(), null).andExpect(status().isNoContent());
        refused(send(delete(path + "/" + sessionId), administrator(), null), 404, "not-found");
        refused(refresh(login), 401, "refresh-token-invalid");
        JsonNode another = logIn("b");
        tell(STAFF + "/" + id + "/sessions-end", administrator(), null).andExpect(status().isNoContent());
        refused(refresh(another), 401, "refresh-token-invalid");
        refused(ask(STAFF + "/nobody/sessions", administrator()), 404, "not-found");
        String branch = openBranch(30, 120);
        refused(ask(path, staff("BRANCH_HEAD", branch, "/hq/" + branch + "/")), 404, "not-found");
    }

    @Test
    void a_new_password_ends_all_other_logins() throws Exception {
        hired();
        JsonNode here = logIn("a");
        JsonNode there = logIn("b");
        Map<String, Object> form = Map.of("oldPassword", PASSWORD, "newPassword", "quite-another-one");
        tell("/api/v1/me/password", access(here), form).andExpect(status().isNoContent());
        refused(refresh(there), 401, "refresh-token-invalid");
        refresh(here).andExpect(status().isOk());
        refused(
                tell("/api/v1/auth/staff", null, Map.of("username", username, "password", PASSWORD)),
                401,
                "invalid-credentials");
    }

    @Test
    void a_new_password_needs_the_old_one_and_is_fit() throws Exception {
        hired();
        String token = access(logIn("a"));
        String path = "/api/v1/me/password";
        refused(tell(path, token, Map.of("oldPassword", PASSWORD, "newPassword", PASSWORD)), 422, "password-unfit");
        refused(tell(path, token, Map.of("oldPassword", PASSWORD, "newPassword", "short")), 422, "password-unfit");
        refused(tell(path, token, Map.of("oldPassword", PASSWORD)), 400, "invalid-parameter");
        for (int i = 0; i < 5; i++) {
            refused(
                    tell(path, token, Map.of("oldPassword", "guess " + i, "newPassword", "quite-another-one")),
                    422,
                    "old-password-wrong");
        }
        refused(
                tell(path, token, Map.of("oldPassword", PASSWORD, "newPassword", "quite-another-one")),
                429,
                "rate-limited");
        refused(tell(path, consumer(), Map.of("oldPassword", "a", "newPassword", "b")), 403, "forbidden");
    }
}
