package org.linli.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Every endpoint of the reviewed table is reached through the gateway, by whoever the table lets in without a login as
 * well, and nothing internal is. An endpoint that a service has and the gateway does not know is of no use to anybody.
 */
class ReachRules extends GatewayTest {
    private static final Path TABLE =
            Path.of("..", "user-service", "src", "main", "resources", "access", "endpoints.csv");

    private record Row(String service, String method, String path, String permission) {
        static Row of(String line) {
            String[] cells = line.split(",");
            return new Row(cells[0], cells[1], cells[2].replaceAll("\\{[^}]*}", "x1"), cells[3]);
        }

        boolean isInternal() {
            return path.startsWith("/internal/");
        }

        boolean isOpen() {
            return permission.equals("open");
        }
    }

    private static List<Row> rows() throws IOException {
        // The key set is a real one, because the gateway reads it; RoutingRules has a test of its own for it.
        return Files.readAllLines(TABLE).stream()
                .skip(1)
                .map(Row::of)
                .filter(row -> !row.path().equals("/.well-known/jwks.json"))
                .toList();
    }

    @Test
    void everyEndpointThatIsNotInternalIsReachedWithALogin() throws IOException {
        String token = Tokens.of("s1", "staff");
        List<String> missed = new ArrayList<>();
        for (Row row : rows()) {
            String met = met(call(HttpMethod.valueOf(row.method()), token, row.path()));
            if (row.isInternal() == met.equals(row.service())) {
                missed.add(row + " met " + met);
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void whatIsOpenToEverybodyIsReachedWithoutALoginAndNothingElse() throws IOException {
        List<String> missed = new ArrayList<>();
        for (Row row : rows()) {
            boolean met = met(client.method(HttpMethod.valueOf(row.method()))
                            .uri(at(row.path()))
                            .exchange())
                    .equals(row.service());
            if (met != (row.isOpen() && !row.isInternal())) {
                missed.add(row + (met ? " is open" : " is shut"));
            }
        }
        assertThat(missed).isEmpty();
    }

    /** The service that answered; else the status. */
    private static String met(WebTestClient.ResponseSpec answer) {
        EntityExchangeResult<String> result = answer.expectBody(String.class).returnResult();
        String body = String.valueOf(result.getResponseBody());
        return body.startsWith("{\"service\":\"") ? body.split("\"")[3] : String.valueOf(result.getStatus());
    }
}
