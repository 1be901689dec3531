package org.linli.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.linli.user.token.Principal;
import org.linli.user.token.RefreshTokens;
import org.linli.user.token.Rotation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** A refresh token works once; a second time ends the login for everyone who holds a copy. */
class RefreshRules extends HttpTest {
    @Autowired
    private RefreshTokens refreshTokens;

    @Autowired
    private MongoOperations mongo;

    private JsonNode logIn() throws Exception {
        return body(tell("/api/v1/auth/phone", null, Map.of("phone", FIXED_PHONE, "code", FIXED_CODE)));
    }

    private ResultActions refresh(String token) throws Exception {
        return tell("/api/v1/auth/refresh", null, Map.of("refreshToken", token));
    }

    private static String refreshToken(JsonNode tokens) {
        return tokens.path("refreshToken").asString();
    }

    @Test
    void every_renewal_gives_another_token() throws Exception {
        String first = refreshToken(logIn());
        JsonNode renewed = body(refresh(first).andExpect(status().isOk()));
        assertThat(refreshToken(renewed)).isNotEqualTo(first);
        assertThat(renewed.path("expiresInSeconds").asInt()).isEqualTo(900);
        refresh(refreshToken(renewed)).andExpect(status().isOk());
    }

    @Test
    void a_used_token_ends_the_whole_login() throws Exception {
        String first = refreshToken(logIn());
        String second = refreshToken(body(refresh(first)));
        refused(refresh(first), 401, "refresh-token-reused");
        refused(refresh(second), 401, "refresh-token-invalid");
        refused(refresh(first), 401, "refresh-token-invalid");
    }

    @Test
    void other_logins_of_the_same_person_go_on() throws Exception {
        String here = refreshToken(logIn());
        String there = refreshToken(logIn());
        refresh(here);
        refused(refresh(here), 401, "refresh-token-reused");
        refresh(there).andExpect(status().isOk());
    }

    @Test
    void of_many_renewals_at_once_exactly_one_succeeds() {
        for (int round = 0; round < 10; round++) {
            String token = refreshTokens
                    .open(Principal.person("c1", Principal.Kind.CONSUMER, "CONSUMER", Set.of(), Map.of()))
                    .refreshToken();
            List<Rotation> results;
            try {
                results = Parallel.run(16, i -> refreshTokens.rotate(token));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            assertThat(results.stream().filter(Rotation.Rotated.class::isInstance))
                    .hasSize(1);
        }
    }

    @Test
    void what_is_stored_is_of_no_use_to_a_thief() throws Exception {
        String token = refreshToken(logIn());
        String secret = token.substring(token.indexOf('.') + 1);
        assertThat(mongo.getCollection("refresh_families")
                        .find()
                        .map(org.bson.Document::toJson)
                        .into(new java.util.ArrayList<>()))
                .isNotEmpty()
                .noneMatch(document -> document.contains(secret));
    }

    @Test
    void a_login_ends_after_thirty_days_and_a_members_of_staff_after_a_working_day() throws Exception {
        String person = refreshToken(logIn());
        String staff =
                refreshToken(body(tell("/api/v1/auth/staff", null, Map.of("username", "admin", "password", PASSWORD))));
        clock.forward(Duration.ofHours(12));
        refused(refresh(staff), 401, "refresh-token-invalid");
        person = refreshToken(body(refresh(person).andExpect(status().isOk())));
        clock.forward(Duration.ofDays(30));
        refused(refresh(person), 401, "refresh-token-invalid");
    }

    @Test
    void logging_out_ends_it_and_says_nothing_about_unknown_tokens() throws Exception {
        String token = refreshToken(logIn());
        tell("/api/v1/auth/logout", null, Map.of("refreshToken", token)).andExpect(status().isNoContent());
        refused(refresh(token), 401, "refresh-token-invalid");
        tell("/api/v1/auth/logout", null, Map.of("refreshToken", "unknown")).andExpect(status().isNoContent());
        refused(tell("/api/v1/auth/logout", null, "{}"), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "aaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "..", "$ne"})
    void made_up_tokens_are_refused(String token) throws Exception {
        refused(refresh(token), 401, "refresh-token-invalid");
    }

    @Test
    void nothing_or_too_much_is_refused() throws Exception {
        refused(refresh(""), 400, "invalid-parameter");
        refused(refresh("x".repeat(257)), 400, "invalid-parameter");
        refused(tell("/api/v1/auth/refresh", null, "{\"refreshToken\":{\"$ne\":1}}"), 400, "malformed-body");
    }

    @Test
    void a_renewal_knows_the_merchant_joined_since_the_login() throws Exception {
        JsonNode login = logIn();
        String merchant = "m" + Ids.next();
        String id = body(ask("/api/v1/me", login.path("accessToken").asString()))
                .path("userId")
                .asString();
        place(
                        "/internal/v1/merchants/" + merchant + "/members",
                        service("merchant-service"),
                        Map.of("userId", id, "role", "OWNER"))
                .andExpect(status().isOk());
        String renewed = body(refresh(refreshToken(login))).path("accessToken").asString();
        ask("/api/v1/me", renewed)
                .andExpect(jsonPath("$.merchantId").value(merchant))
                .andExpect(jsonPath("$.roles[0]").value("OWNER"));
    }
}
