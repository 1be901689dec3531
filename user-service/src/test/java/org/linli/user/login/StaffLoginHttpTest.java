package org.linli.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.springframework.test.web.servlet.ResultActions;

class StaffLoginHttpTest extends HttpTest {

    private String hired() throws Exception {
        String username = "u" + Ids.next();
        tell(
                        "/api/v1/admin/staff",
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
                                "hq"))
                .andExpect(status().isCreated());
        return username;
    }

    private ResultActions logIn(String username, String password) throws Exception {
        return tell("/api/v1/auth/staff", null, Map.of("username", username, "password", password, "otp", "000000"));
    }

    @Test
    void the_first_administrator_is_there_from_the_first_start() throws Exception {
        String token = body(logIn("admin", PASSWORD)).path("accessToken").asString();
        ask("/api/v1/me", token)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("staff"))
                .andExpect(jsonPath("$.roles[0]").value("ADMINISTRATOR"))
                .andExpect(jsonPath("$.organisationId").value("hq"))
                .andExpect(jsonPath("$.displayName").value("admin"))
                .andExpect(jsonPath("$.merchantId").doesNotExist());
    }

    @Test
    void a_login_answers_two_tokens_and_how_long_the_first_lasts() throws Exception {
        logIn(hired(), PASSWORD)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accessToken").isString())
                .andExpect(jsonPath("$.refreshToken").isString())
                .andExpect(jsonPath("$.expiresInSeconds").value(900))
                .andExpect(header().string("Cache-Control", org.hamcrest.Matchers.containsString("no-store")));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_the_same() throws Exception {
        String wrong =
                logIn(hired(), "not the password").andReturn().getResponse().getContentAsString();
        String unknown =
                logIn("u" + Ids.next(), PASSWORD).andReturn().getResponse().getContentAsString();
        assertThat(wrong).isEqualTo(unknown).contains("invalid-credentials");
    }

    @Test
    void after_five_failures_even_the_right_password_waits_and_then_works() throws Exception {
        String username = hired();
        for (int i = 0; i < 5; i++) {
            refused(logIn(username, "wrong " + i), 401, "invalid-credentials");
        }
        refused(logIn(username, PASSWORD), 429, "rate-limited");
        logIn(username, PASSWORD)
                .andExpect(header().string("Retry-After", org.hamcrest.Matchers.matchesRegex("29|30")));
        clock.forward(Duration.ofSeconds(31));
        logIn(username, PASSWORD).andExpect(status().isOk());
        refused(logIn(username, "wrong again"), 401, "invalid-credentials");
    }

    @Test
    void names_that_nobody_has_are_locked_out_alike() throws Exception {
        String nobody = "u" + Ids.next();
        for (int i = 0; i < 5; i++) {
            refused(logIn(nobody, "guess " + i), 401, "invalid-credentials");
        }
        refused(logIn(nobody, "guess"), 429, "rate-limited");
    }

    @Test
    void a_burst_of_guesses_gets_hardly_more_than_the_free_ones() throws Exception {
        String username = hired();
        List<Integer> answers = Parallel.run(
                40, i -> logIn(username, "guess " + i).andReturn().getResponse().getStatus());
        assertThat(answers).containsOnly(401, 429);
        assertThat(answers.stream().filter(status -> status == 401)).hasSizeBetween(5, 6);
    }

    @Test
    void many_may_log_in_at_once() throws Exception {
        String username = hired();
        assertThat(Parallel.run(
                        30,
                        i -> logIn(username, PASSWORD).andReturn().getResponse().getStatus()))
                .containsOnly(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"username\":\"a\"}", "{\"username\":\" \",\"password\":\"b\"}"})
    void half_a_login_is_refused(String body) throws Exception {
        refused(tell("/api/v1/auth/staff", null, body), 400, "invalid-parameter");
    }

    @Test
    void nonsense_is_refused() throws Exception {
        refused(tell("/api/v1/auth/staff", null, "{"), 400, "malformed-body");
        refused(logIn("a", "x".repeat(129)), 400, "invalid-parameter");
        refused(logIn("u" + Ids.next(), "长".repeat(100)), 401, "invalid-credentials");
    }

    @Test
    void an_expired_token_is_none_but_does_not_hinder_a_login() throws Exception {
        clock.back(Duration.ofHours(1));
        String expired = administrator();
        clock.forward(Duration.ofHours(1));
        refused(ask("/api/v1/me", expired), 401, "unauthenticated");
        refused(ask("/api/v1/me", "nonsense"), 401, "unauthenticated");
        refused(ask("/api/v1/me", null), 401, "unauthenticated");
        tell("/api/v1/auth/staff", expired, Map.of("username", "admin", "password", PASSWORD))
                .andExpect(status().isOk());
    }
}
