package org.linli.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One connection per thread that is kept open, and nothing else of HTTP than what these requests need: the load
 * generator shares the machine with what it measures, and a full client would take a third as much as the service.
 */
final class PlainHttp implements AutoCloseable {
    private static final int BUFFER = 8192;
    private static final long IDLE_NANOS = 1_000_000_000L;

    private final String host;
    private final int port;
    private final List<Connection> opened = new ArrayList<>();
    private final ThreadLocal<Connection> connection = ThreadLocal.withInitial(this::open);

    PlainHttp(String baseUrl) {
        URI uri = URI.create(baseUrl);
        this.host = uri.getHost();
        this.port = uri.getPort();
    }

    /** @param last no more is answered on this connection */
    record Answer(int status, String body, boolean last) {}

    private record Connection(Socket socket, InputStream in, AtomicLong usedAt) {
        boolean isFresh() {
            return System.nanoTime() - usedAt.get() < IDLE_NANOS;
        }
    }

    private synchronized Connection open() {
        try {
            Socket socket = new Socket(host, port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            Connection fresh = new Connection(
                    socket,
                    new BufferedInputStream(socket.getInputStream(), BUFFER),
                    new AtomicLong(System.nanoTime()));
            opened.add(fresh);
            return fresh;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * Sends it, once more where the connection was left idle for so long that the service closed it.
     *
     * @param key the idempotency key
     */
    Answer post(String path, String token, String key, String json) throws IOException {
        boolean fresh = connection.get().isFresh();
        byte[] request = request(path, token, key, json).getBytes(StandardCharsets.UTF_8);
        try {
            return send(request);
        } catch (IOException e) {
            if (fresh) {
                throw e;
            }
            return send(request);
        }
    }

    private String request(String path, String token, String key, String json) {
        return "POST " + path + " HTTP/1.1\r\nHost: " + host + ':' + port + "\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nAccept: application/json"
                + "\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
    }

    private Answer send(byte[] request) throws IOException {
        Connection own = connection.get();
        try {
            own.socket.getOutputStream().write(request);
            Answer answer = answer(own.in);
            own.usedAt.set(System.nanoTime());
            if (answer.last) {
                own.socket.close();
                connection.remove();
            }
            return answer;
        } catch (IOException e) {
            own.socket.close();
            connection.remove();
            throw e;
        }
    }

    private static Answer answer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        boolean last = "close".equals(headers.get("connection"));
        String body = headers.containsKey("transfer-encoding")
                ? chunks(in)
                : text(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(status, body, last);
    }

    private static String chunks(InputStream in) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.append(text(in, size));
            line(in);
        }
        line(in);
        return body.toString();
    }

    private static String text(InputStream in, int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public synchronized void close() throws IOException {
        for (Connection one : opened) {
            one.socket.close();
        }
    }
}
