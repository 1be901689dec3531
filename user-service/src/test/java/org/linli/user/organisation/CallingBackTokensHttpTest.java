package org.linli.user.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.starter.security.Revocation;
import org.linli.user.HttpTest;
import org.linli.user.access.Roles;
import org.linli.user.token.RefreshTokens;
import org.linli.user.token.RevocationStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Tokens with rights that are no more are called back wherever the service dies (rule P-5). */
class CallingBackTokensHttpTest extends HttpTest {
    private static final String STAFF = "/api/v1/admin/staff";
    private static final String ROLES = "/api/v1/admin/roles";

    @Autowired
    private CallingBackTokens callingBack;

    @Autowired
    private RevocationStore revocations;

    @Autowired
    private RefreshTokens refreshTokens;

    @Autowired
    private Staff staff;

    @Autowired
    private Roles roles;

    private record Member(String id, String username) {}

    private interface Change {
        ResultActions now() throws Exception;
    }

    private Member hired(String role) throws Exception {
        String username = "u" + Ids.next();
        Map<String, Object> form = Map.of(
                "username",
                username,
                "password",
                PASSWORD,
                "displayName",
                "王五",
                "roles",
                List.of(role),
                "organisationId",
                "hq");
        JsonNode answer = body(tell(STAFF, administrator(), form).andExpect(status().isCreated()));
        return new Member(answer.path("id").asString(), username);
    }

    private String logIn(Member member) throws Exception {
        return body(tell("/api/v1/auth/staff", null, Map.of("username", member.username(), "password", PASSWORD))
                        .andExpect(status().isOk()))
                .path("accessToken")
                .asString();
    }

    private boolean isCalledBack(Member member) {
        return revocations.after("").stream().anyMatch(one -> one.holder().equals(Revocation.subject(member.id())));
    }

    /** @return whether it died on the way; else it got to the end */
    private boolean dies(int afterWrites, Change change) throws Exception {
        watch.dieAfter(afterWrites);
        change.now();
        return watch.revive();
    }

    private ResultActions assign(Member member, String role) throws Exception {
        return place(
                STAFF + "/" + member.id() + "/assignments",
                administrator(),
                Map.of("assignments", List.of(Map.of("role", role, "organisationId", "hq"))));
    }

    private List<String> rolesOf(Member member) {
        return staff.findById(member.id()).orElseThrow().roles();
    }

    @Test
    void whoever_dies_after_a_change_of_roles_leaves_no_token_with_the_old_ones() throws Exception {
        int writes = 0;
        boolean died;
        do {
            writes++;
            Member member = hired("AUDITOR");
            died = dies(writes, () -> assign(member, "SERVICE_AGENT"));
            assertThat(rolesOf(member)).containsExactly("SERVICE_AGENT");
            callingBack.finish();
            assertThat(isCalledBack(member)).as("died after write " + writes).isTrue();
            assertThat(staff.findById(member.id()).orElseThrow().staleTokens()).isEmpty();
        } while (died);
        assertThat(writes)
                .as("the change, the calling back, the note struck out")
                .isGreaterThan(3);
    }

    @Test
    void the_deputy_of_someone_who_returned_keeps_no_token_either() throws Exception {
        Member absent = hired("AUDITOR");
        Member deputy = hired("SERVICE_AGENT");
        String path = STAFF + "/" + absent.id() + "/leave";
        String from = clock.instant().toString();
        String until = clock.instant().plus(Duration.ofDays(1)).toString();
        watch.dieAfter(1);
        place(path, administrator(), Map.of("from", from, "until", until, "deputyId", deputy.id()));
        assertThat(watch.revive()).isTrue();
        assertThat(dies(1, () -> send(delete(path), administrator(), null))).isTrue();
        callingBack.finish();
        assertThat(isCalledBack(absent) && isCalledBack(deputy)).isTrue();
    }

    @Test
    void logins_end_with_a_password_that_was_reset_although_the_service_died() throws Exception {
        int writes = 0;
        boolean died;
        do {
            writes++;
            Member member = hired("AUDITOR");
            logIn(member);
            died = dies(
                    writes,
                    () -> tell(
                            STAFF + "/" + member.id() + "/password-reset",
                            administrator(),
                            Map.of("password", "quite-another-one")));
            callingBack.finish();
            assertThat(refreshTokens.sessionsOf(member.id()))
                    .as("died after write " + writes)
                    .isEmpty();
        } while (died);
    }

    private JsonNode loggedIn(Member member) throws Exception {
        return body(tell("/api/v1/auth/staff", null, Map.of("username", member.username(), "password", PASSWORD))
                .andExpect(status().isOk()));
    }

    private boolean goesOn(JsonNode login) throws Exception {
        Map<String, Object> form =
                Map.of("refreshToken", login.path("refreshToken").asString());
        return tell("/api/v1/auth/refresh", null, form)
                        .andReturn()
                        .getResponse()
                        .getStatus()
                == 200;
    }

    @Test
    void all_other_logins_end_with_ones_own_new_password_although_the_service_died() throws Exception {
        int writes = 0;
        boolean died;
        boolean changed;
        int afterTheChange = 0;
        do {
            writes++;
            Member member = hired("AUDITOR");
            JsonNode here = loggedIn(member);
            JsonNode elsewhere = loggedIn(member);
            String before = staff.findById(member.id()).orElseThrow().passwordHash();
            died = dies(
                    writes,
                    () -> tell(
                            "/api/v1/me/password",
                            here.path("accessToken").asString(),
                            Map.of("oldPassword", PASSWORD, "newPassword", "quite-another-one")));
            changed = !staff.findById(member.id()).orElseThrow().passwordHash().equals(before);
            callingBack.finish();
            afterTheChange += changed && died ? 1 : 0;
            assertThat(refreshTokens.sessionsOf(member.id()))
                    .as("died after write " + writes)
                    .hasSize(changed ? 1 : 2);
            assertThat(goesOn(here)).isTrue();
            assertThat(goesOn(elsewhere)).isEqualTo(!changed);
            assertThat(staff.findById(member.id()).orElseThrow().staleTokens()).isEmpty();
        } while (died);
        assertThat(changed).isTrue();
        assertThat(afterTheChange).isGreaterThan(2);
    }

    @Test
    void a_login_that_one_of_two_changes_ends_is_over() {
        StaleTokens own = StaleTokens.ofOldPassword("m2", "here");
        StaleTokens reset = StaleTokens.ofOldGrants("m1", List.of("d"), true);
        StaleTokens moved = StaleTokens.ofOldGrants("m1", List.of(), false);
        assertThat(own.after(reset)).isEqualTo(new StaleTokens("m2", List.of("d"), true, null, false));
        assertThat(own.after(moved)).isEqualTo(new StaleTokens("m2", List.of(), true, "here", false));
        assertThat(moved.after(own)).isEqualTo(new StaleTokens("m1", List.of(), true, "here", false));
        assertThat(own.after(own)).isEqualTo(own);
        assertThat(own.after(StaleTokens.ofOldPassword("m1", "there")).goingOn())
                .isNull();
    }

    private String role(String permission) throws Exception {
        String code = "R_" + Ids.next().toUpperCase(Locale.ROOT);
        tell(
                        ROLES,
                        administrator(),
                        Map.of(
                                "code",
                                code,
                                "name",
                                Map.of("zh", "看", "en", "Sees"),
                                "permissions",
                                List.of(permission),
                                "headOfficeOnly",
                                false))
                .andExpect(status().isCreated());
        return code;
    }

    @Test
    void a_role_that_changed_while_the_service_died_holds_for_everyone_who_has_it() throws Exception {
        int writes = 0;
        boolean died;
        do {
            writes++;
            String code = role("merchant.read");
            Member one = hired(code);
            Member other = hired(code);
            Map<String, Object> content = Map.of(
                    "name", Map.of("zh", "看", "en", "Sees"),
                    "permissions", List.of("offer.read"),
                    "headOfficeOnly", false);
            died = dies(writes, () -> send(put(ROLES + "/" + code).header("If-Match", "1"), administrator(), content));
            callingBack.finish();
            assertThat(isCalledBack(one) && isCalledBack(other))
                    .as("died after write " + writes)
                    .isTrue();
            assertThat(roles.changed(code)).isEmpty();
        } while (died);
    }

    @Test
    void a_role_that_is_dropped_is_gone_wherever_the_service_dies() throws Exception {
        int writes = 1; // the first is the note that it is about to be dropped
        boolean died;
        do {
            writes++;
            String code = role("merchant.read");
            died = dies(writes, () -> send(delete(ROLES + "/" + code), administrator(), null));
            assertThat(roles.exists(code)).isFalse();
            assertThat(roles.permissionsOf(code)).isEmpty();
            callingBack.finish();
            assertThat(roles.changed(code)).isEmpty();
        } while (died);
        assertThat(writes).isGreaterThan(3);
    }

    @Test
    void a_token_is_refused_soon_after_the_pass_that_follows_a_crash() throws Exception {
        Member member = hired("AUDITOR");
        String token = logIn(member);
        ask("/api/v1/me", token).andExpect(status().isOk());
        assertThat(dies(1, () -> assign(member, "SERVICE_AGENT"))).isTrue();
        callingBack.finish();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ask("/api/v1/me", token).andExpect(status().isUnauthorized()));
        ask("/api/v1/me", logIn(member)).andExpect(status().isOk());
    }
}
