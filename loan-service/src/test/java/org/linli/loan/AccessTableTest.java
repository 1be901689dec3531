package org.linli.loan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.localstack.access.AccessWalk;
import org.linli.starter.security.EndpointAccess;
import org.springframework.beans.factory.annotation.Autowired;

/** Every endpoint, with every role and none, answers what the reviewed table says (rule P-1). */
class AccessTableTest extends RunningService {
    private final AccessWalk walk = new AccessWalk("loan-service");

    @Autowired
    EndpointAccess endpoints;

    @Test
    void every_endpoint_has_a_row_and_every_row_an_endpoint() {
        assertThat(walk.differences(endpoints.endpoints())).isEmpty();
    }

    @Test
    void every_role_meets_what_the_table_says() throws Exception {
        assertThat(walk.violations(
                        (method, path, role) -> http.send(method, path, role == null ? "" : Tokens.ofRole(role))
                                .status()))
                .isEmpty();
    }
}
