package org.linli.geosearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.localstack.access.AccessWalk;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.security.EndpointAccess;

/** Every endpoint has its row in the reviewed table (rule P-1). */
class AccessTableTest {
    @Test
    void every_endpoint_has_a_row_and_every_row_an_endpoint() {
        try (RunningService service = RunningService.start(LocalStack.elasticsearchUrl())) {
            assertThat(new AccessWalk("geo-search-service")
                            .differences(service.bean(EndpointAccess.class).endpoints()))
                    .isEmpty();
        }
    }
}
