package org.linli.localstack.nodes;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The readiness questions of the protocols spoken here. */
public final class Probes {

    private static final int TIMEOUT_MILLIS = 3000;
    private static final short API_VERSIONS = 18;
    private static final int OP_MSG = 2013;

    private Probes() {}

    /** Ready when a GET is answered with 200. */
    public static Readiness http(String url) {
        return () -> {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        };
    }

    /** Ready when the broker answers an ApiVersions request without an error. */
    public static Readiness kafka(int port) {
        return () -> {
            try (Socket socket = connect(port)) {
                byte[] client = "readiness".getBytes(StandardCharsets.UTF_8);
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                out.writeInt(2 + 2 + 4 + 2 + client.length);
                out.writeShort(API_VERSIONS);
                out.writeShort(0);
                out.writeInt(1);
                out.writeShort(client.length);
                out.write(client);
                out.flush();
                DataInputStream in = new DataInputStream(socket.getInputStream());
                in.readInt();
                int correlation = in.readInt();
                int error = in.readShort();
                return correlation == 1 && error == 0;
            }
        };
    }

    /** Ready when the store answers a {@code ping} command. */
    public static Readiness mongo(int port) {
        return () -> {
            try (Socket socket = connect(port)) {
                socket.getOutputStream().write(mongoPing());
                socket.getOutputStream().flush();
                byte[] header = new DataInputStream(socket.getInputStream()).readNBytes(16);
                return header.length == 16
                        && ByteBuffer.wrap(header)
                                        .order(ByteOrder.LITTLE_ENDIAN)
                                        .getInt(12)
                                == OP_MSG;
            }
        };
    }

    /** An OP_MSG with the one section {@code {ping: 1, $db: "admin"}}. */
    private static byte[] mongoPing() {
        ByteBuffer bytes = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0).putInt(1).putInt(0).putInt(OP_MSG).putInt(0).put((byte) 0);
        int document = bytes.position();
        bytes.putInt(0).put((byte) 0x10).put(cString("ping")).putInt(1);
        bytes.put((byte) 0x02).put(cString("$db")).putInt("admin".length() + 1).put(cString("admin"));
        bytes.put((byte) 0);
        bytes.putInt(document, bytes.position() - document);
        bytes.putInt(0, bytes.position());
        byte[] message = new byte[bytes.position()];
        bytes.flip();
        bytes.get(message);
        return message;
    }

    private static byte[] cString(String text) {
        return (text + '\0').getBytes(StandardCharsets.US_ASCII);
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }
}
