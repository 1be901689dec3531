package org.linli.user.login;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.linli.user.token.Principal;
import org.springframework.beans.factory.annotation.Autowired;

/** A token that is signed while rights change (rule P-5). */
class OldRightsHttpTest extends HttpTest {
    private static final String STAFF = "/api/v1/admin/staff";

    @Autowired
    private Principals principals;

    @Test
    void rights_read_before_a_change_and_signed_after_it_do_not_count() throws Exception {
        String username = "u" + Ids.next();
        String id = body(tell(
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
                                List.of("AUDITOR"),
                                "organisationId",
                                "hq")))
                .path("id")
                .asString();
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
