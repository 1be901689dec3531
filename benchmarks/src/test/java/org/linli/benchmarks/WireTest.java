package org.linli.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the load generator reads is what was answered, however it was sent. */
class WireTest {
    private static final String LONG = "0123456789".repeat(20_000);

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    WireTest() throws IOException {}

    @BeforeEach
    void start() {
        answer("/fixed", 200, false, "close to you");
        answer("/chunked", 200, true, "a piece");
        answer("/long", 200, false, LONG);
        answer("/long-chunked", 404, true, LONG);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, int status, boolean chunked, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, chunked ? 0 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @Test
    void one_connection_reads_answers_of_every_length_one_after_the_other() {
        try (Wire wire =
                new Wire(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))) {
            for (int round = 0; round < 3; round++) {
                assertThat(text(wire, "/fixed", 200)).isEqualTo("close to you");
                assertThat(text(wire, "/long", 200)).isEqualTo(LONG);
                assertThat(text(wire, "/chunked", 200)).isEqualTo("a piece");
                assertThat(text(wire, "/long-chunked", 404)).isEqualTo(LONG);
                assertThat(text(wire, "/fixed", 200)).isEqualTo("close to you");
            }
        }
    }

    private static String text(Wire wire, String path, int status) {
        Wire.Answer answer = wire.ask(Wire.get(path));
        assertThat(answer.status()).isEqualTo(status);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
