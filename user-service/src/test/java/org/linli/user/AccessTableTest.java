package org.linli.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.localstack.access.AccessWalk;
import org.linli.starter.security.EndpointAccess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** Every endpoint, with every role and none, answers what the reviewed table says (rules P-1, P-3). */
class AccessTableTest extends HttpTest {
    private static final int UNAUTHORIZED = 401;

    private final AccessWalk walk = new AccessWalk("user-service");
    private final Map<String, String> tokens = new HashMap<>();

    @Autowired
    EndpointAccess endpoints;

    @Test
    void every_endpoint_has_a_row_and_every_row_an_endpoint() {
        assertThat(walk.differences(endpoints.endpoints())).isEmpty();
    }

    @Test
    void every_role_meets_what_the_table_says() throws Exception {
        assertThat(walk.violations(this::status)).isEmpty();
    }

    /** One token serves a role until it is not taken any more: some endpoints log out whoever calls them. */
    private int status(String method, String path, @Nullable String role) throws Exception {
        if (role == null) {
            return call(method, path, null);
        }
        String token = tokens.get(role);
        int status = token == null ? UNAUTHORIZED : call(method, path, token);
        if (status == UNAUTHORIZED) {
            token = ofRole(role);
            tokens.put(role, token);
            return call(method, path, token);
        }
        return status;
    }

    private int call(String method, String path, @Nullable String token) throws Exception {
        return send(request(HttpMethod.valueOf(method), path), token, null)
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
