package org.linli.user.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.starter.security.Revocation;
import org.linli.user.HttpTest;
import org.linli.user.token.RevocationStore;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Changing what members may do, and what their tokens then say. */
class StaffChangeHttpTest extends HttpTest {
    private static final String STAFF = "/api/v1/admin/staff";

    @Autowired
    private RevocationStore revocations;

    private record Member(String id, String username) {}

    private Member hired(String role, String organisation) throws Exception {
        String username = "u" + Ids.next();
        JsonNode answer = body(tell(
                        STAFF,
                        administrator(),
                        Map.of(
                                "username",
                                username,
                                "password",
                                PASSWORD,
                                "displayName",
                                "王五",
                                "roles",
                                List.of(role),
                                "organisationId",
                                organisation))
                .andExpect(status().isCreated()));
        return new Member(answer.path("id").asString(), username);
    }

    private JsonNode logIn(Member member) throws Exception {
        return body(tell("/api/v1/auth/staff", null, Map.of("username", member.username(), "password", PASSWORD))
                .andExpect(status().isOk()));
    }

    private JWTClaimsSet claims(Member member) throws Exception {
        return SignedJWT.parse(logIn(member).path("accessToken").asString()).getJWTClaimsSet();
    }

    private static List<String> places(JWTClaimsSet claims) throws Exception {
        return claims.getJSONObjectClaim("may").keySet().stream().sorted().toList();
    }

    private boolean isRevoked(Member member) {
        return revocations.after("").stream().anyMatch(one -> one.holder().equals(Revocation.subject(member.id())));
    }

    private static Map<String, Object> post(String role, String organisation) {
        return Map.of("role", role, "organisationId", organisation);
    }

    private Map<String, Object> leave(Duration in, Duration lasting, String deputyId) {
        Instant from = clock.instant().plus(in);
        return deputyId == null
                ? Map.of("from", from.toString(), "until", from.plus(lasting).toString())
                : Map.of("from", from.toString(), "until", from.plus(lasting).toString(), "deputyId", deputyId);
    }

    private String myself(Member member) {
        return staff(member.id(), "ADMINISTRATOR", "hq", "/hq/");
    }

    @Test
    void roles_at_several_nodes_are_in_the_token_place_by_place() throws Exception {
        String one = openBranch(30, 120);
        String two = openBranch(30, 120);
        Member member = hired("BRANCH_HEAD", one);
        Map<String, Object> form =
                Map.of("assignments", List.of(post("BRANCH_HEAD", one), post("ACCOUNT_MANAGER", two)));
        place(STAFF + "/" + member.id() + "/assignments", administrator(), form)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.assignments.length()").value(2));
        assertThat(isRevoked(member)).isTrue();
        JWTClaimsSet claims = claims(member);
        assertThat(places(claims)).containsExactlyInAnyOrder("/hq/" + one + "/", "/hq/" + two + "/");
        assertThat(claims.getStringListClaim("roles")).containsExactly("BRANCH_HEAD", "ACCOUNT_MANAGER");
        assertThat(claims.getStringClaim("orgPath")).isEqualTo("/hq/" + one + "/");
    }

    @Test
    void someone_can_be_hired_with_assignments_elsewhere() throws Exception {
        String branch = openBranch(30, 120);
        tell(
                        STAFF,
                        administrator(),
                        Map.of(
                                "username",
                                "u" + Ids.next(),
                                "password",
                                PASSWORD,
                                "displayName",
                                "赵六",
                                "organisationId",
                                "hq",
                                "assignments",
                                List.of(post("BRANCH_HEAD", branch))))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.organisationId").value("hq"))
                .andExpect(jsonPath("$.assignments[0].organisationId").value(branch));
    }

    @Test
    void assignments_are_of_known_roles_at_open_nodes_where_they_may_be() throws Exception {
        String branch = openBranch(30, 120);
        String path = STAFF + "/" + hired("ACCOUNT_MANAGER", branch).id() + "/assignments";
        refused(
                place(path, administrator(), Map.of("assignments", List.of(post("NONE_SUCH", branch)))),
                422,
                "role-unknown");
        refused(
                place(path, administrator(), Map.of("assignments", List.of(post("AUDITOR", branch)))),
                422,
                "role-of-head-office");
        refused(
                place(path, administrator(), Map.of("assignments", List.of(post("BRANCH_HEAD", "nowhere")))),
                422,
                "organisation-unknown");
        refused(place(path, administrator(), Map.of("assignments", List.of())), 400, "invalid-parameter");
        refused(
                place(
                        STAFF + "/nobody/assignments",
                        administrator(),
                        Map.of("assignments", List.of(post("AUDITOR", "hq")))),
                404,
                "not-found");
    }

    @Test
    void nobody_changes_their_own_rights() throws Exception {
        Member me = hired("ADMINISTRATOR", "hq");
        String base = STAFF + "/" + me.id();
        refused(
                place(base + "/assignments", myself(me), Map.of("assignments", List.of(post("RISK_MANAGER", "hq")))),
                422,
                "own-case");
        refused(place(base + "/organisation", myself(me), Map.of("organisationId", "hq")), 422, "own-case");
        refused(place(base + "/leave", myself(me), leave(Duration.ZERO, Duration.ofDays(1), null)), 422, "own-case");
        refused(send(delete(base + "/leave"), myself(me), null), 422, "own-case");
        refused(place(base + "/related-merchants", myself(me), Map.of("merchantIds", List.of())), 422, "own-case");
        refused(tell(base + "/password-reset", myself(me), Map.of("password", PASSWORD)), 422, "own-case");
        refused(tell(base + "/deactivation", myself(me), null), 422, "own-case");
    }

    @Test
    void an_administrator_of_a_branch_hands_out_only_what_they_have_there() throws Exception {
        String branch = openBranch(30, 120);
        String local = staff("ADMINISTRATOR", branch, "/hq/" + branch + "/");
        String path = STAFF + "/" + hired("SERVICE_AGENT", branch).id() + "/assignments";
        refused(
                place(path, local, Map.of("assignments", List.of(post("ACCOUNT_MANAGER", branch)))),
                422,
                "grants-beyond-own");
        refused(place(path, local, Map.of("assignments", List.of(post("SERVICE_AGENT", "hq")))), 403, "forbidden");
        Member head = hired("BRANCH_HEAD", branch);
        refused(
                tell(STAFF + "/" + head.id() + "/password-reset", local, Map.of("password", PASSWORD)),
                422,
                "grants-beyond-own");
    }

    @Test
    void a_deputy_has_the_absents_grants_until_the_end_and_no_longer() throws Exception {
        String branch = openBranch(30, 120);
        String elsewhere = openBranch(30, 120);
        Member absent = hired("BRANCH_HEAD", branch);
        Member deputy = hired("ACCOUNT_MANAGER", elsewhere);
        place(
                        STAFF + "/" + absent.id() + "/leave",
                        administrator(),
                        leave(Duration.ZERO, Duration.ofMinutes(5), deputy.id()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("ON_LEAVE"));
        assertThat(isRevoked(absent) && isRevoked(deputy)).isTrue();
        JsonNode login = logIn(deputy);
        JWTClaimsSet claims =
                SignedJWT.parse(login.path("accessToken").asString()).getJWTClaimsSet();
        assertThat(places(claims)).contains("/hq/" + branch + "/", "/hq/" + elsewhere + "/");
        assertThat(claims.getStringClaim("deputyFor")).isEqualTo(absent.id());
        assertThat(login.path("expiresInSeconds").asInt()).isBetween(270, 300);
        assertThat(claims.getExpirationTime().toInstant())
                .isBeforeOrEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(places(claims(absent))).isEmpty();
        clock.forward(Duration.ofMinutes(5));
        assertThat(places(claims(deputy))).containsExactly("/hq/" + elsewhere + "/");
        assertThat(claims(deputy).getStringClaim("deputyFor")).isNull();
        assertThat(places(claims(absent))).containsExactly("/hq/" + branch + "/");
    }

    @Test
    void a_leave_to_come_ends_tokens_when_it_begins() throws Exception {
        Member absent = hired("BRANCH_HEAD", openBranch(30, 120));
        place(
                STAFF + "/" + absent.id() + "/leave",
                administrator(),
                leave(Duration.ofMinutes(2), Duration.ofDays(1), null));
        assertThat(logIn(absent).path("expiresInSeconds").asInt()).isBetween(90, 120);
    }

    @Test
    void a_leave_has_a_sensible_time_and_a_fit_deputy() throws Exception {
        Member absent = hired("RISK_MANAGER", "hq");
        Member ofBranch = hired("ACCOUNT_MANAGER", openBranch(30, 120));
        String path = STAFF + "/" + absent.id() + "/leave";
        refused(
                place(path, administrator(), leave(Duration.ofDays(-2), Duration.ofDays(1), null)),
                422,
                "leave-invalid");
        for (String unfit : List.of("nobody", absent.id(), ofBranch.id())) {
            refused(place(path, administrator(), leave(Duration.ZERO, Duration.ofDays(1), unfit)), 422, "deputy-unfit");
        }
        Member me = hired("ADMINISTRATOR", "hq");
        refused(place(path, myself(me), leave(Duration.ZERO, Duration.ofDays(1), me.id())), 422, "own-case");
        refused(place(path, administrator(), Map.of("from", "tomorrow")), 400, "malformed-body");
    }

    @Test
    void returning_early_takes_the_deputys_grants_at_once() throws Exception {
        Member absent = hired("AUDITOR", "hq");
        Member deputy = hired("SERVICE_AGENT", "hq");
        String path = STAFF + "/" + absent.id() + "/leave";
        refused(send(delete(path), administrator(), null), 409, "not-on-leave");
        place(path, administrator(), leave(Duration.ZERO, Duration.ofDays(1), deputy.id()))
                .andExpect(status().isOk());
        send(delete(path), administrator(), null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("ACTIVE"));
        assertThat(claims(deputy).getStringClaim("deputyFor")).isNull();
    }

    @Test
    void a_move_changes_the_home_and_related_merchants_are_in_the_token() throws Exception {
        String branch = openBranch(30, 120);
        Member member = hired("SERVICE_AGENT", "hq");
        place(STAFF + "/" + member.id() + "/organisation", administrator(), Map.of("organisationId", branch))
                .andExpect(status().isOk());
        place(
                        STAFF + "/" + member.id() + "/related-merchants",
                        administrator(),
                        Map.of("merchantIds", List.of("m1", "m2")))
                .andExpect(status().isOk());
        JWTClaimsSet claims = claims(member);
        assertThat(claims.getStringClaim("org")).isEqualTo(branch);
        assertThat(claims.getStringClaim("related")).isEqualTo("m1 m2");
        refused(
                place(
                        STAFF + "/" + member.id() + "/organisation",
                        administrator(),
                        Map.of("organisationId", "nowhere")),
                422,
                "organisation-unknown");
        refused(
                place(
                        STAFF + "/" + member.id() + "/related-merchants",
                        administrator(),
                        Map.of("merchantIds", List.of("a b"))),
                400,
                "invalid-parameter");
    }

    @Test
    void whoever_has_left_does_not_change_any_more() throws Exception {
        Member member = hired("AUDITOR", "hq");
        tell(STAFF + "/" + member.id() + "/deactivation", administrator(), null).andExpect(status().isNoContent());
        tell(STAFF + "/" + member.id() + "/deactivation", administrator(), null).andExpect(status().isNoContent());
        assertThat(isRevoked(member)).isTrue();
        refused(
                place(STAFF + "/" + member.id() + "/organisation", administrator(), Map.of("organisationId", "hq")),
                409,
                "staff-left");
        ask(STAFF + "/" + member.id(), administrator())
                .andExpect(jsonPath("$.status").value("LEFT"));
    }

    @Test
    void a_password_reset_ends_all_logins() throws Exception {
        Member member = hired("AUDITOR", "hq");
        String refreshToken = logIn(member).path("refreshToken").asString();
        String path = STAFF + "/" + member.id() + "/password-reset";
        refused(tell(path, administrator(), Map.of("password", "short")), 400, "invalid-parameter");
        tell(path, administrator(), Map.of("password", "another-password")).andExpect(status().isNoContent());
        refused(tell("/api/v1/auth/refresh", null, Map.of("refreshToken", refreshToken)), 401, "refresh-token-invalid");
        tell("/api/v1/auth/staff", null, Map.of("username", member.username(), "password", "another-password"))
                .andExpect(status().isOk());
    }

    @Test
    void members_outside_the_scope_are_as_good_as_not_there() throws Exception {
        Member other = hired("SERVICE_AGENT", openBranch(30, 120));
        String mine = openBranch(30, 120);
        String local = staff("ADMINISTRATOR", mine, "/hq/" + mine + "/");
        refused(ask(STAFF + "/" + other.id(), local), 404, "not-found");
        refused(
                place(STAFF + "/" + other.id() + "/related-merchants", local, Map.of("merchantIds", List.of())),
                404,
                "not-found");
    }
}
