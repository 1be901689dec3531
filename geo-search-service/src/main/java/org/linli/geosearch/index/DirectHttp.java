package org.linli.geosearch.index;

import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.http.TransportHttpClient;
import co.elastic.clients.util.BinaryData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.classic.MinimalHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends a search in the thread that asks for it and reads the answer there. The client's own connection hands every
 * request to another thread and the answer back, which for a short search costs more than the search's own work.
 * It needs none of what a full client does around a request (redirects, cookies, logins, compression). Of several
 * nodes it uses one as long as it can, so that a node that is away costs one request its time and no more.
 */
final class DirectHttp implements TransportHttpClient {
    private final List<HttpHost> nodes;
    private volatile int inUse;
    private final MinimalHttpClient http;
    private final RequestConfig patience;
    private final String apiKey;

    DirectHttp(IndexSettings settings) {
        nodes = settings.urls().stream().map(HttpHost::create).toList();
        inUse = ThreadLocalRandom.current().nextInt(nodes.size());
        apiKey = settings.apiKey();
        http = HttpClients.createMinimal(PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(settings.maxConnections())
                .setMaxConnPerRoute(settings.maxConnections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(settings.connectTimeout()))
                        .setSocketTimeout(timeout(settings.searchTimeout()))
                        .build())
                .build());
        patience = RequestConfig.custom()
                .setConnectionRequestTimeout(timeout(settings.searchTimeout()))
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }

    @Override
    public Response performRequest(String endpointId, @Nullable Node node, Request request, TransportOptions options)
            throws IOException {
        return ask(request);
    }

    private HttpUriRequestBase message(Request request) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), uri(request));
        request.headers().forEach(message::setHeader);
        if (!apiKey.isEmpty()) {
            message.setHeader("Authorization", "ApiKey " + apiKey);
        }
        if (request.body() != null) {
            message.setEntity(new ByteArrayEntity(bytes(request.body()), null));
        }
        return message;
    }

    /** Stays with a node as long as it can be connected to. */
    private Answer ask(Request request) throws IOException {
        int begun = inUse;
        for (int i = 0; i < nodes.size() - 1; i++) {
            try {
                return ask(request, inUse);
            } catch (ConnectException | ConnectTimeoutException e) {
                inUse = (begun + i + 1) % nodes.size();
            }
        }
        return ask(request, inUse);
    }

    /** A search changes nothing: it is asked again when the node closed an idle connection just then. */
    private Answer ask(Request request, int number) throws IOException {
        try {
            return askOnce(request, nodes.get(number));
        } catch (InterruptedIOException | ConnectException | UnknownHostException | SSLException e) {
            throw e;
        } catch (IOException e) {
            return askOnce(request, nodes.get(number));
        }
    }

    private Answer askOnce(Request request, HttpHost node) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(patience);
        return http.execute(node, message(request), context, response -> answer(node, response));
    }

    private static Answer answer(HttpHost node, ClassicHttpResponse response) throws IOException {
        byte[] body = response.getEntity() == null ? null : EntityUtils.toByteArray(response.getEntity());
        return new Answer(new Node(node.toURI()), response.getCode(), response.getHeaders(), body);
    }

    private static URI uri(Request request) {
        String query = request.queryParams().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        return URI.create(query.isEmpty() ? request.path() : request.path() + "?" + query);
    }

    private static byte[] bytes(Iterable<ByteBuffer> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(1_024);
        parts.forEach(part -> all.write(part.array(), part.arrayOffset() + part.position(), part.remaining()));
        return all.toByteArray();
    }

    @Override
    public CompletableFuture<Response> performRequestAsync(
            String endpointId, @Nullable Node node, Request request, TransportOptions options) {
        throw new IllegalStateException("searches are made by the thread that waits for them");
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private record Answer(Node node, int statusCode, Header[] all, byte @Nullable [] bytes) implements Response {
        @Override
        public @Nullable String header(String name) {
            return headers(name).stream().findFirst().orElse(null);
        }

        @Override
        public List<String> headers(String name) {
            return Arrays.stream(all)
                    .filter(header -> header.getName().equalsIgnoreCase(name))
                    .map(Header::getValue)
                    .toList();
        }

        @Override
        public @Nullable BinaryData body() {
            return bytes == null ? null : BinaryData.of(bytes, ContentType.APPLICATION_JSON.getMimeType());
        }

        @Override
        public Object originalResponse() {
            return this;
        }

        @Override
        public void close() {
            // read whole already
        }
    }
}
