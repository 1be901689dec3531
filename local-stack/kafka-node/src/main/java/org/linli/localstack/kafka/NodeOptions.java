package org.linli.localstack.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line may say; an absent option is looked up in the environment as {@code KAFKA_NODE_PORT},
 * {@code KAFKA_NODE_CONTROLLER_PORT} and {@code KAFKA_NODE_DATA}.
 */
record NodeOptions(
        int port, int controllerPort, Path data, @Nullable Long parentPid) {

    private static final String ENVIRONMENT_PREFIX = "KAFKA_NODE_";

    static NodeOptions parse(String[] args, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            given.put(args[i], args[i + 1]);
        }
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException("option without a value: " + args[args.length - 1]);
        }
        int port = Integer.parseInt(option(given, environment, "port", "9092"));
        String controllerPort = option(given, environment, "controller-port", String.valueOf(port + 1));
        Path data = Path.of(option(given, environment, "data", ".local/data/kafka"))
                .toAbsolutePath()
                .normalize();
        String parent = given.get("--parent-pid");
        return new NodeOptions(
                port, Integer.parseInt(controllerPort), data, parent == null ? null : Long.valueOf(parent));
    }

    private static String option(
            Map<String, String> given, Map<String, String> environment, String name, String fallback) {
        String variable = ENVIRONMENT_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
        return given.getOrDefault("--" + name, environment.getOrDefault(variable, fallback));
    }
}
