package org.linli.localstack.elasticsearch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line may say; an absent option is looked up in the environment as {@code ELASTICSEARCH_NODE_PORT},
 * {@code ELASTICSEARCH_NODE_TRANSPORT_PORT}, {@code ELASTICSEARCH_NODE_DATA} and {@code ELASTICSEARCH_NODE_LOGS}.
 */
record NodeOptions(
        int port,
        int transportPort,
        Path data,
        Path logs,
        @Nullable Long parentPid) {

    private static final String ENVIRONMENT_PREFIX = "ELASTICSEARCH_NODE_";

    static NodeOptions parse(String[] args, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            given.put(args[i], args[i + 1]);
        }
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException("option without a value: " + args[args.length - 1]);
        }
        int port = Integer.parseInt(option(given, environment, "port", "9200"));
        String transportPort = option(given, environment, "transport-port", String.valueOf(port + 100));
        String data = option(given, environment, "data", ".local/data/elasticsearch");
        String logs = option(given, environment, "logs", data + "/logs");
        String parent = given.get("--parent-pid");
        return new NodeOptions(
                port,
                Integer.parseInt(transportPort),
                Path.of(data).toAbsolutePath().normalize(),
                Path.of(logs).toAbsolutePath().normalize(),
                parent == null ? null : Long.valueOf(parent));
    }

    private static String option(
            Map<String, String> given, Map<String, String> environment, String name, String fallback) {
        String variable = ENVIRONMENT_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
        return given.getOrDefault("--" + name, environment.getOrDefault(variable, fallback));
    }
}
