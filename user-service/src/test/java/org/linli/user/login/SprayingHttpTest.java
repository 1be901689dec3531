package org.linli.user.login;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.springframework.test.web.servlet.ResultActions;

/** One client tries one password on many names (rule P-6). */
class SprayingHttpTest extends HttpTest {
    private static final int SPRAYED_NAMES = 100;
    private static final Duration LONG_AGO = Duration.ofDays(2);

    private ResultActions logIn(String username, String password) throws Exception {
        return tell("/api/v1/auth/staff", null, Map.of("username", username, "password", password));
    }

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

    /** Other tests fail to log in too: the alarm must be over for them, and the minute of it as well. */
    @AfterEach
    void forget() throws Exception {
        clock.forward(LONG_AGO.plusMinutes(2));
        logIn("u" + Ids.next(), "wrong");
    }

    @Test
    void guessing_across_names_gets_one_try_a_name_and_shuts_nobody_out_who_types_it_right() throws Exception {
        String before = hired();
        String guessed = hired();
        String bystander = hired();
        clock.back(LONG_AGO);
        refused(logIn(before, "Summer2026!"), 401, "invalid-credentials");
        logIn(before, PASSWORD).andExpect(status().isOk());
        for (int i = 0; i < SPRAYED_NAMES + 1; i++) {
            refused(logIn("u" + Ids.next(), "Summer2026!"), 401, "invalid-credentials");
        }
        refused(logIn(guessed, "Summer2026!"), 401, "invalid-credentials");
        refused(
                logIn(guessed, PASSWORD).andExpect(header().string("Retry-After", Matchers.matchesRegex("29|30"))),
                429,
                "rate-limited");
        logIn(bystander, PASSWORD).andExpect(status().isOk());
        clock.forward(Duration.ofSeconds(31));
        logIn(guessed, PASSWORD).andExpect(status().isOk());
        clock.forward(Duration.ofMinutes(10));
        refused(logIn(bystander, "Summer2026!"), 401, "invalid-credentials");
        logIn(bystander, PASSWORD).andExpect(status().isOk());
    }
}
