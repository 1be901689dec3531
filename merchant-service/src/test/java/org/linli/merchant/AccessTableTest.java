package org.linli.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import org.junit.jupiter.api.Test;
import org.linli.localstack.access.AccessWalk;
import org.linli.starter.security.EndpointAccess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Every endpoint, with every role and none, answers what the reviewed table says (rule P-1). */
class AccessTableTest extends HttpTest {
    private final AccessWalk walk = new AccessWalk("merchant-service");

    @Autowired
    EndpointAccess endpoints;

    @Test
    void every_endpoint_has_a_row_and_every_row_an_endpoint() {
        assertThat(walk.differences(endpoints.endpoints())).isEmpty();
    }

    @Test
    void every_role_meets_what_the_table_says() throws Exception {
        assertThat(walk.violations(this::call)).isEmpty();
    }

    private int call(String method, String path, String role) throws Exception {
        MockHttpServletRequestBuilder request = request(HttpMethod.valueOf(method), path);
        return mvc.perform(role == null ? request : request.with(Callers.ofRole(role)))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
