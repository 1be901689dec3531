package org.linli.user.privacy;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
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
    void an_administrator_stops_it_and_what_is_not_running_stays_so() throws Exception {
        send(delete(PATH), administrator(), null)
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.running").value(false));
    }

    @Test
    void an_administrator_of_a_branch_may_neither_start_nor_stop_it() throws Exception {
        String branch = staff("ADMINISTRATOR", "B01", "/hq/B01/");
        refused(tell(PATH, branch, null), 403, "forbidden");
        refused(send(delete(PATH), branch, null), 403, "forbidden");
    }
}
