package org.linli.localstack.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The loopback port of every listening thing. */
public record Ports(Map<Listener, Integer> numbers) {

    /** Who listens; the port can be set by the environment variable {@code <NAME>_PORT}. */
    public enum Listener {
        GATEWAY(8080),
        MERCHANT_SERVICE(8081),
        USER_SERVICE(8082),
        LOAN_SERVICE(8083),
        WECHAT_ADAPTER(8084),
        GEO_SEARCH_SERVICE(8085),
        SANDBOX(8090),
        KAFKA(9092),
        KAFKA_CONTROLLER(9093),
        ELASTICSEARCH(9200),
        ELASTICSEARCH_TRANSPORT(9300),
        MONGO(27017);

        private final int usual;

        Listener(int usual) {
            this.usual = usual;
        }

        String variable() {
            return name() + "_PORT";
        }

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public static Ports fromEnvironment(Map<String, String> environment) {
        Map<Listener, Integer> numbers = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            String text = environment.get(listener.variable());
            numbers.put(listener, text == null ? listener.usual : parse(listener, text));
        }
        return new Ports(numbers);
    }

    private static int parse(Listener listener, String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new PlatformException(listener.variable() + ": " + text + " (expected: 1 to 65535)");
    }

    /** Free ports, all different: for tests. */
    public static Ports random() {
        List<ServerSocket> held = new ArrayList<>();
        Map<Listener, Integer> numbers = new EnumMap<>(Listener.class);
        try {
            for (Listener listener : Listener.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                numbers.put(listener, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(numbers);
    }

    public int of(Listener listener) {
        Integer port = numbers.get(listener);
        if (port == null) {
            throw new IllegalStateException("no port for " + listener);
        }
        return port;
    }

    String url(Listener listener) {
        return "http://127.0.0.1:" + of(listener);
    }

    /** @throws PlatformException naming the first port that someone else listens on */
    void requireFree() {
        for (Listener listener : Listener.values()) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), of(listener)));
            } catch (IOException e) {
                throw new PlatformException("port " + of(listener) + " (" + listener.label()
                        + ") is taken by another program; free it, or set " + listener.variable());
            }
        }
    }
}
