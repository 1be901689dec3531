package org.linli.geosearch.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a node may do to a search: answer, be away, be silent, close the line. */
class DirectHttpTest {
    private static final String COUNTED =
            "{\"count\":7,\"_shards\":{\"total\":1,\"successful\":1,\"skipped\":0,\"failed\":0}}";

    private final Queue<String> keys = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Queue<AutoCloseable> open = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() throws Exception {
        end.countDown();
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void a_node_that_is_away_is_passed_over_and_the_other_one_kept() throws Exception {
        ElasticsearchClient client = client("secret", away(), away(), answering(), away());
        for (int i = 0; i < 20; i++) {
            assertThat(counted(client)).isEqualTo(7);
        }
        assertThat(keys).hasSize(20).containsOnly("ApiKey secret");
    }

    @Test
    void when_every_node_is_away_the_search_fails_at_once_as_refused() throws Exception {
        ElasticsearchClient client = client("", away(), away());
        assertThatThrownBy(() -> counted(client)).isInstanceOf(java.net.ConnectException.class);
    }

    @Test
    void a_silent_node_ends_as_a_timeout_which_the_circuit_breaker_counts() throws Exception {
        ElasticsearchClient client = client("", silent());
        assertThatThrownBy(() -> counted(client)).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void a_line_that_was_closed_while_idle_costs_a_second_attempt_and_no_error() throws Exception {
        ElasticsearchClient client = client("", answeringOncePerLine());
        for (int i = 0; i < 5; i++) {
            assertThat(counted(client)).isEqualTo(7);
        }
    }

    private long counted(ElasticsearchClient client) throws IOException {
        return client.count(count -> count.index("offers")).count();
    }

    private ElasticsearchClient client(String apiKey, URI... nodes) {
        SearchClient client = SearchClient.of(new IndexSettings(
                List.of(nodes),
                apiKey,
                "",
                1,
                0,
                Duration.ofMillis(250),
                Duration.ofMillis(500),
                Duration.ofMillis(300),
                Duration.ofSeconds(1),
                4));
        open.add(client);
        return client.elasticsearch();
    }

    /** A port where nobody listens. */
    private static URI away() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return at(socket.getLocalPort());
        }
    }

    private URI answering() throws IOException {
        return server(exchange -> {
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body = COUNTED.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.elasticsearch+json;compatible-with=8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private URI silent() throws IOException {
        return server(exchange -> {
            try {
                end.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
    }

    private URI server(Handler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler::handle);
        server.start();
        open.add(() -> server.stop(0));
        return at(server.getAddress().getPort());
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    /** Promises to keep the line and closes it after one answer, as a node does whose patience ends just then. */
    private URI answeringOncePerLine() throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        open.add(server);
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket line = server.accept()) {
                    line.getInputStream().read(new byte[8_192]);
                    line.getOutputStream()
                            .write(
                                    ("HTTP/1.1 200 OK\r\nX-Elastic-Product: Elasticsearch\r\nContent-Type: application/json\r\n"
                                                    + "Content-Length: " + COUNTED.length() + "\r\n\r\n" + COUNTED)
                                            .getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // the test has ended
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return at(server.getLocalPort());
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
