package org.linli.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.linli.user.organisation.OwnPasswords;
import org.linli.user.organisation.Staff;
import org.linli.user.organisation.StaffMember;
import org.linli.user.token.Principal;
import org.linli.user.token.RefreshTokens;
import org.springframework.beans.factory.annotation.Autowired;

/** A token that is signed while rights change (rule P-5). */
class OldRightsHttpTest extends HttpTest {
    private static final String STAFF = "/api/v1/admin/staff";

    @Autowired
    private Principals principals;

    @Autowired
    private Sessions sessions;

    @Autowired
    private RefreshTokens refreshTokens;

    @Autowired
    private Staff staff;

    @Autowired
    private OwnPasswords ownPasswords;

    private String hired(String username) throws Exception {
        Map<String, Object> form = Map.of(
                "username",
                username,
                "password",
                PASSWORD,
                "displayName",
                "王五",
                "roles",
                List.of("AUDITOR"),
                "organisationId",
                "hq");
        return body(tell(STAFF, administrator(), form)).path("id").asString();
    }

    @Test
    void a_login_by_a_password_that_is_reset_meanwhile_ends_before_it_begins() throws Exception {
        String id = hired("u" + Ids.next());
        String begun = Ids.next();
        StaffMember checked = staff.findById(id).orElseThrow();
        tell(STAFF + "/" + id + "/password-reset", administrator(), Map.of("password", "quite-another-one"))
                .andExpect(status().isNoContent());
        Principal late = principals.current(Principal.Kind.STAFF, id, begun).orElseThrow();
        assertThat(sessions.open(late, null)).isEmpty();
        assertThat(refreshTokens.sessionsOf(id)).isEmpty();
        assertThat(ownPasswords.choose(checked, "yet-another-one-0")).isFalse();
        Principal inTime = principals.current(Principal.Kind.STAFF, id).orElseThrow();
        assertThat(sessions.open(inTime, null)).isPresent();
    }

    @Test
    void rights_read_before_a_change_and_signed_after_it_do_not_count() throws Exception {
        String id = hired("u" + Ids.next());
        Principal read = principals.current(Principal.Kind.STAFF, id).orElseThrow();
        place(
                        STAFF + "/" + id + "/assignments",
                        administrator(),
                        Map.of("assignments", List.of(Map.of("role", "SERVICE_AGENT", "organisationId", "hq"))))
                .andExpect(status().isOk());
        String signedLate = tokens.issue(read, Ids.next());
        String fresh = tokens.issue(principals.current(Principal.Kind.STAFF, id).orElseThrow(), Ids.next());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ask("/api/v1/me", signedLate).andExpect(status().isUnauthorized()));
        ask("/api/v1/me", fresh).andExpect(status().isOk());
    }
}
