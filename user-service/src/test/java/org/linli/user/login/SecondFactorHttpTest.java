package org.linli.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** The second factor and the forced change of password, as they are everywhere but on a developer's machine. */
@TestPropertySource(properties = {"linli.staff.second-factor=required", "linli.staff.forced-change=true"})
class SecondFactorHttpTest extends HttpTest {
    private static final String STAFF = "/api/v1/admin/staff";
    private static final String CHOSEN = "chosen-by-myself";

    @Autowired
    private MongoOperations mongo;

    private final String username = "u" + Ids.next();
    private String id = "";
    private String secret = "";

    private void hired() throws Exception {
        Map<String, Object> form = Map.of(
                "username",
                username,
                "password",
                PASSWORD,
                "displayName",
                "李四",
                "roles",
                List.of("AUDITOR"),
                "organisationId",
                "hq");
        id = body(tell(STAFF, administrator(), form).andExpect(status().isCreated()))
                .path("id")
                .asString();
    }

    private ResultActions enrol(String password) throws Exception {
        return tell("/api/v1/auth/staff/second-factor", null, Map.of("username", username, "password", password));
    }

    private ResultActions logIn(String password, String otp, String newPassword) throws Exception {
        Map<String, Object> form = new HashMap<>(Map.of("username", username, "password", password));
        if (otp != null) {
            form.put("otp", otp);
        }
        if (newPassword != null) {
            form.put("newPassword", newPassword);
        }
        return tell("/api/v1/auth/staff", null, form);
    }

    private String code(long steps) throws Exception {
        return new DefaultCodeGenerator().generate(secret, clock.instant().getEpochSecond() / 30 + steps);
    }

    private void forwardSteps(int steps) {
        clock.forward(java.time.Duration.ofSeconds(30L * steps));
    }

    /** Hired, enrolled, own password chosen: a code has been spent. */
    private void settled() throws Exception {
        hired();
        secret = body(enrol(PASSWORD).andExpect(status().isOk())).path("secret").asString();
        logIn(PASSWORD, code(0), CHOSEN).andExpect(status().isOk());
    }

    @Test
    void a_first_login_enrols_changes_the_password_and_confirms() throws Exception {
        hired();
        refused(logIn(PASSWORD, null, null), 403, "second-factor-enrolment-required");
        refused(logIn(PASSWORD, "123456", null), 403, "second-factor-enrolment-required");
        JsonNode answer = body(enrol(PASSWORD).andExpect(status().isOk()));
        secret = answer.path("secret").asString();
        assertThat(answer.path("otpauthUri").asString())
                .startsWith("otpauth://totp/")
                .contains(secret);
        assertThat(Base64.getDecoder().decode(answer.path("qrPng").asString())).startsWith(0x89, 'P', 'N', 'G');
        refused(logIn(PASSWORD, code(0), null), 403, "password-change-required");
        refused(logIn(PASSWORD, code(0), "short"), 422, "password-unfit");
        refused(logIn(PASSWORD, code(0), PASSWORD), 422, "password-unfit");
        refused(logIn(PASSWORD, code(0), "x-" + username), 422, "password-unfit");
        logIn(PASSWORD, code(0), CHOSEN).andExpect(status().isOk());
        refused(enrol(CHOSEN), 409, "second-factor-confirmed");
        refused(logIn(PASSWORD, code(1), null), 401, "invalid-credentials");
        refused(logIn(CHOSEN, null, null), 401, "second-factor-required");
        logIn(CHOSEN, code(1), null).andExpect(status().isOk());
    }

    @Test
    void enrolling_again_before_the_first_login_replaces_the_secret() throws Exception {
        hired();
        secret = body(enrol(PASSWORD)).path("secret").asString();
        String old = code(0);
        secret = body(enrol(PASSWORD)).path("secret").asString();
        refused(logIn(PASSWORD, old, CHOSEN), 401, "invalid-credentials");
        logIn(PASSWORD, code(0), CHOSEN).andExpect(status().isOk());
    }

    @Test
    void enrolling_needs_the_password_and_wrong_ones_count() throws Exception {
        hired();
        for (int i = 0; i < 5; i++) {
            refused(enrol("guess " + i), 401, "invalid-credentials");
        }
        refused(enrol(PASSWORD), 429, "rate-limited");
        refused(tell("/api/v1/auth/staff/second-factor", null, "{}"), 400, "invalid-parameter");
    }

    @Test
    void a_code_counts_once_and_so_does_every_earlier_one() throws Exception {
        settled();
        refused(logIn(CHOSEN, code(0), null), 401, "invalid-credentials");
        refused(logIn(CHOSEN, code(-1), null), 401, "invalid-credentials");
        logIn(CHOSEN, code(1), null).andExpect(status().isOk());
    }

    @Test
    void of_sixteen_uses_of_one_code_at_once_exactly_one_succeeds() throws Exception {
        settled();
        forwardSteps(2);
        String code = code(0);
        List<Integer> answers = Parallel.run(
                16, i -> logIn(CHOSEN, code, null).andReturn().getResponse().getStatus());
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).containsOnlyOnce(200).contains(401).isSubsetOf(200, 401, 429);
    }

    @Test
    void one_half_minute_early_or_late_is_right_and_two_are_not() throws Exception {
        settled();
        forwardSteps(10);
        refused(logIn(CHOSEN, code(-2), null), 401, "invalid-credentials");
        refused(logIn(CHOSEN, code(2), null), 401, "invalid-credentials");
        logIn(CHOSEN, code(-1), null).andExpect(status().isOk());
        logIn(CHOSEN, code(1), null).andExpect(status().isOk());
    }

    @Test
    void wrong_codes_lock_out_as_wrong_passwords_do() throws Exception {
        settled();
        forwardSteps(10);
        String wrong = code(500);
        for (int i = 0; i < 5; i++) {
            refused(logIn(CHOSEN, wrong, null), 401, "invalid-credentials");
        }
        refused(logIn(CHOSEN, code(0), null), 429, "rate-limited");
    }

    @Test
    void a_login_without_a_code_does_not_wipe_out_failures() throws Exception {
        settled();
        for (int i = 0; i < 4; i++) {
            refused(logIn("guess " + i, null, null), 401, "invalid-credentials");
        }
        refused(logIn(CHOSEN, null, null), 401, "second-factor-required");
        refused(logIn("guess", null, null), 401, "invalid-credentials");
        refused(logIn(CHOSEN, code(1), null), 429, "rate-limited");
    }

    @Test
    void a_reset_ends_the_logins_and_the_next_one_enrols_anew() throws Exception {
        settled();
        String refreshToken =
                body(logIn(CHOSEN, code(1), null)).path("refreshToken").asString();
        tell(STAFF + "/" + id + "/second-factor-reset", administrator(), null).andExpect(status().isNoContent());
        refused(tell("/api/v1/auth/refresh", null, Map.of("refreshToken", refreshToken)), 401, "refresh-token-invalid");
        refused(logIn(CHOSEN, code(1), null), 403, "second-factor-enrolment-required");
        refused(
                tell(STAFF + "/" + id + "/second-factor-reset", staff(id, "ADMINISTRATOR", "hq", "/hq/"), null),
                422,
                "own-case");
        refused(tell(STAFF + "/nobody/second-factor-reset", administrator(), null), 404, "not-found");
    }

    @Test
    void a_password_reset_by_others_is_changed_again() throws Exception {
        settled();
        tell(STAFF + "/" + id + "/password-reset", administrator(), Map.of("password", "set-by-an-admin"))
                .andExpect(status().isNoContent());
        refused(logIn("set-by-an-admin", code(1), null), 403, "password-change-required");
        logIn("set-by-an-admin", code(1), "another-of-my-own").andExpect(status().isOk());
    }

    @Test
    void the_secret_is_kept_encrypted_and_logins_are_on_record() throws Exception {
        settled();
        assertThat(mongo.getCollection("second_factors")
                        .find(new org.bson.Document("_id", id))
                        .first()
                        .toJson())
                .doesNotContain(secret);
        assertThat(mongo.getCollection("audit_notes").countDocuments()).isPositive();
    }
}
