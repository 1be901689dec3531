package org.linli.localstack.mongo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line may say; an absent option is looked up in the environment as {@code MONGO_NODE_PORT} and
 * {@code MONGO_NODE_DATA}.
 */
record NodeOptions(int port, Path data, @Nullable Long parentPid) {

    private static final String ENVIRONMENT_PREFIX = "MONGO_NODE_";

    static NodeOptions parse(String[] args, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            given.put(args[i], args[i + 1]);
        }
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException("option without a value: " + args[args.length - 1]);
        }
        int port = Integer.parseInt(option(given, environment, "port", "27017"));
        Path data = Path.of(option(given, environment, "data", ".local/data/mongo"))
                .toAbsolutePath()
                .normalize();
        String parent = given.get("--parent-pid");
        return new NodeOptions(port, data, parent == null ? null : Long.valueOf(parent));
    }

    private static String option(
            Map<String, String> given, Map<String, String> environment, String name, String fallback) {
        String variable = ENVIRONMENT_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
        return given.getOrDefault("--" + name, environment.getOrDefault(variable, fallback));
    }
}
