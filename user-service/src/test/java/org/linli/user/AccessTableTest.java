package org.linli.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import org.junit.jupiter.api.Test;
import org.linli.localstack.access.AccessWalk;
import org.linli.starter.security.EndpointAccess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** Every endpoint, with every role and none, answers what the reviewed table says (rules P-1, P-3). */
class AccessTableTest extends HttpTest {
    private final AccessWalk walk = new AccessWalk("user-service");

    @Autowired
    EndpointAccess endpoints;

    @Test
    void every_endpoint_has_a_row_and_every_row_an_endpoint() {
        assertThat(walk.differences(endpoints.endpoints())).isEmpty();
    }

    @Test
    void every_role_meets_what_the_table_says() throws Exception {
        assertThat(walk.violations((method, path, role) -> send(
                                request(HttpMethod.valueOf(method), path), role == null ? null : ofRole(role), null)
                        .andReturn()
                        .getResponse()
                        .getStatus()))
                .isEmpty();
    }
}
