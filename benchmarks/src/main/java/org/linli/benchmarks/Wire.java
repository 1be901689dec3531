package org.linli.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is kept, HTTP/1.1, one request after the other, for one thread. It does so little, and makes so
 * few objects, that what is measured is the server: on the same two cores a full client would take as much as the
 * answer itself.
 */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int BUFFER = 32_768;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSING = "connection: close".getBytes(StandardCharsets.US_ASCII);

    private final URI base;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();
    private final byte[] buffer = new byte[BUFFER];
    private int read;
    private int have;
    private int lineEnd;
    private byte[] body = new byte[BUFFER];
    private int length;

    Wire(URI base) {
        this.base = base;
    }

    /** Valid until the next request on this connection: its bytes are where the next answer will be. */
    record Answer(int status, byte[] bytes, int length) {
        byte[] body() {
            return Arrays.copyOf(bytes, length);
        }
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: bench\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] send(String method, String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = (method + " " + path
                        + " HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /** A connection that the server has closed while it was idle is opened again, once. */
    Answer ask(byte[] request) {
        boolean fresh = socket == null;
        try {
            return askOnce(request);
        } catch (IOException e) {
            close();
            if (fresh) {
                throw new UncheckedIOException(base.toString(), e);
            }
            try {
                return askOnce(request);
            } catch (IOException again) {
                close();
                throw new UncheckedIOException(base.toString(), again);
            }
        }
    }

    private Answer askOnce(byte[] request) throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE_MILLIS);
            open.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_MILLIS);
            in = open.getInputStream();
            read = 0;
            have = 0;
            socket = open;
        }
        open.getOutputStream().write(request);
        return answer();
    }

    private Answer answer() throws IOException {
        int line = line();
        int status = number(line + STATUS_AT, line + STATUS_AT + 3, 10);
        int given = -1;
        boolean closing = false;
        for (line = line(); lineEnd > line; line = line()) {
            if (isAt(line, LENGTH)) {
                given = number(line + LENGTH.length, lineEnd, 10);
            }
            closing |= isAt(line, CLOSING);
        }
        length = 0;
        if (given >= 0) {
            take(given);
        } else {
            for (int size = chunk(); size > 0; size = chunk()) {
                take(size);
                line();
            }
            line();
        }
        if (closing) {
            close();
        }
        return new Answer(status, body, length);
    }

    private int chunk() throws IOException {
        int line = line();
        return number(line, lineEnd, 16);
    }

    /** Adds the next so many bytes to the body. */
    private void take(int many) throws IOException {
        if (length + many > body.length) {
            body = Arrays.copyOf(body, Math.max(length + many, 2 * body.length));
        }
        int here = Math.min(many, have - read);
        System.arraycopy(buffer, read, body, length, here);
        read += here;
        if (in.readNBytes(body, length + here, many - here) < many - here) {
            throw new EOFException("closed");
        }
        length += many;
    }

    /** @return where the next line begins in the buffer; it ends before {@link #lineEnd}, the end of line is read */
    private int line() throws IOException {
        for (int at = read; ; at++) {
            if (at == have) {
                System.arraycopy(buffer, read, buffer, 0, have - read);
                have -= read;
                at -= read;
                read = 0;
                int more = in.read(buffer, have, buffer.length - have);
                if (more <= 0) {
                    throw new EOFException("closed");
                }
                have += more;
            }
            if (buffer[at] == '\n') {
                int begin = read;
                lineEnd = at > begin && buffer[at - 1] == '\r' ? at - 1 : at;
                read = at + 1;
                return begin;
            }
        }
    }

    private boolean isAt(int at, byte[] lowerCase) {
        boolean equal = lineEnd - at >= lowerCase.length;
        for (int i = 0; equal && i < lowerCase.length; i++) {
            equal = Character.toLowerCase(buffer[at + i]) == lowerCase[i];
        }
        return equal;
    }

    private int number(int from, int to, int base) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = Character.digit(buffer[at], base);
            number = digit < 0 ? number : number * base + digit;
        }
        return number;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // it is of no use any more
        }
        socket = null;
    }
}
