package org.linli.user.privacy;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.linli.user.HttpTest;

class RewrappingHttpTest extends HttpTest {
    private static final String PATH = "/api/v1/admin/data-keys/user-service/rewrapping";

    @Test
    void an_administrator_starts_it_and_sees_it_end() throws Exception {
        tell(PATH, administrator(), null).andExpect(status().isAccepted());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !body(ask(PATH, administrator())).path("running").asBoolean());
    }

    @Test
    void an_administrator_of_a_branch_may_not() throws Exception {
        refused(tell(PATH, staff("ADMINISTRATOR", "B01", "/hq/B01/"), null), 403, "forbidden");
    }
}
