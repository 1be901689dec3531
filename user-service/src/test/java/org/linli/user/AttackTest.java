package org.linli.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jose.jwk.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.localstack.access.ForgedTokens;
import org.linli.starter.Ids;
import org.linli.user.token.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What an attacker tries first. */
class AttackTest extends HttpTest {
    private static final String LIST = "/api/v1/admin/staff";
    private static final int BEYOND_THE_LIMIT = 300_000;
    private static final List<String> KEPT = List.of("users", "staff", "roles", "branches", "refresh_families");

    @Autowired
    private MongoOperations mongo;

    @Test
    void only_a_token_of_our_issuer_and_key_within_its_time_is_believed() throws Exception {
        String keyId = new RSAKey.Builder((RSAPublicKey) SIGNING.getPublic())
                .keyIDFromThumbprint()
                .build()
                .getKeyID();
        ForgedTokens forger = new ForgedTokens(SIGNING, keyId);
        String claims =
                "\"sub\":\"a\",\"kind\":\"staff\",\"roles\":[\"ADMINISTRATOR\"],\"may\":{\"/hq/\":[\"staff.read\"]}";
        ask(LIST, forger.genuine(claims)).andExpect(status().isOk());
        Map<String, Integer> answers = new HashMap<>();
        for (Map.Entry<String, String> attack : forger.forged(claims).entrySet()) {
            answers.put(
                    attack.getKey(),
                    ask(LIST, attack.getValue()).andReturn().getResponse().getStatus());
        }
        assertThat(answers).containsKeys("not yet valid", "unknown key id", "expired", "no algorithm");
        assertThat(answers).allSatisfy((attack, status) -> assertThat(status).isEqualTo(401));
    }

    /** A way in, and ways of those who are in: each with who calls it. */
    static Stream<Arguments> writing() {
        return Stream.of(
                Arguments.of("POST", "/api/v1/auth/staff", ""),
                Arguments.of("POST", "/api/v1/auth/phone", ""),
                Arguments.of("POST", "/api/v1/auth/refresh", ""),
                Arguments.of("POST", "/internal/v1/service-tokens", ""),
                Arguments.of("PUT", "/api/v1/me/profile", "CONSUMER"),
                Arguments.of("POST", LIST, "ADMINISTRATOR"),
                Arguments.of("POST", LIST + "/imports", "ADMINISTRATOR"),
                Arguments.of("POST", "/api/v1/admin/roles", "ADMINISTRATOR"),
                Arguments.of("POST", "/api/v1/admin/audit-trail/verification", "AUDITOR"));
    }

    private ResultActions send(String method, String path, String role, String body) throws Exception {
        String token = role.isEmpty() ? null : ofRole(role);
        return send(MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path), token, body);
    }

    private Map<String, Long> stored() {
        Map<String, Long> counts = new HashMap<>();
        KEPT.forEach(name -> counts.put(name, mongo.getCollection(name).countDocuments()));
        return counts;
    }

    @ParameterizedTest
    @MethodSource("writing")
    void a_body_beyond_the_limit_is_too_large_and_changes_nothing(String method, String path, String role)
            throws Exception {
        Map<String, Long> before = stored();
        String long1 = "{\"username\":\"" + "x".repeat(BEYOND_THE_LIMIT) + "\",\"password\":\"b\"}";
        String padded = "{" + " ".repeat(BEYOND_THE_LIMIT) + "}";
        refused(send(method, path, role, long1), 413, "payload-too-large");
        refused(send(method, path, role, padded), 413, "payload-too-large");
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("writing")
    void a_body_ten_thousand_levels_deep_is_malformed_and_changes_nothing(String method, String path, String role)
            throws Exception {
        Map<String, Long> before = stored();
        String arrays = "[".repeat(10_000) + "]".repeat(10_000);
        String objects = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        for (String deep : List.of(arrays, objects, "[".repeat(10_000), "{\"a\":".repeat(10_000))) {
            refused(send(method, path, role, deep), 400, "malformed-body");
            refused(send(method, path, role, "{\"username\":" + deep + "}"), 400, "malformed-body");
            refused(send(method, path, role, "{\"not-a-field\":" + deep + "}"), 400, "malformed-body");
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_profile_and_a_member_of_staff_bring_nothing_along_that_is_not_theirs_to_say() throws Exception {
        String id = Ids.next();
        Map<String, Object> form = new HashMap<>(Map.of(
                "username",
                "u" + id,
                "password",
                PASSWORD,
                "displayName",
                "李四",
                "roles",
                List.of("AUDITOR"),
                "organisationId",
                "hq"));
        form.put("id", "chosen");
        form.put("organisationPath", "/hq/evil/");
        form.put("passwordSetByOther", false);
        form.put("passwordHash", "evil");
        tell(LIST, administrator(), form)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value(org.hamcrest.Matchers.not("chosen")));
        org.bson.Document stored = mongo.getCollection("staff")
                .find(new org.bson.Document("username", "u" + id))
                .first();
        assertThat(stored.toJson()).doesNotContain("evil", "chosen");
        assertThat(stored.getBoolean("passwordSetByOther")).isTrue();
    }

    @Test
    void a_role_by_name_alone_allows_nothing() throws Exception {
        String nominal = tokens.issue(
                new Principal(
                        Ids.next(),
                        Principal.Kind.STAFF,
                        List.of("ADMINISTRATOR"),
                        Map.of(),
                        Map.of("org", "hq", "orgPath", "/hq/")),
                Ids.next());
        refused(ask(LIST, nominal), 403, "forbidden");
    }
}
