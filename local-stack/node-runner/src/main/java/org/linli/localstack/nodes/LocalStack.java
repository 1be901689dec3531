package org.linli.localstack.nodes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For tests: a broker, an index and a store, each started when first asked for and shared by all tests of this JVM. They
 * live in a temporary folder and end with the JVM, also when it is killed. A test takes its own database, topics and
 * index names.
 *
 * <p>Where {@code MONGODB_URI}, {@code KAFKA_BOOTSTRAP_SERVERS} or {@code ELASTICSEARCH_URL} is set, the tests run
 * against that server instead.
 */
public final class LocalStack {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<NodeProcess> STARTED = new ArrayList<>();

    private static @Nullable Path folder;
    private static @Nullable String kafka;
    private static @Nullable String elasticsearch;
    private static @Nullable String mongo;

    private LocalStack() {}

    /** Bootstrap servers, {@code host:port}. */
    public static synchronized String kafka() {
        if (kafka == null) {
            kafka = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
        }
        if (kafka == null) {
            int port = FreePorts.next();
            start(Nodes.kafka(port, FreePorts.next(), folder().resolve("kafka"), log("kafka")));
            kafka = "127.0.0.1:" + port;
        }
        return kafka;
    }

    /** {@code http://host:port}. */
    public static synchronized String elasticsearchUrl() {
        if (elasticsearch == null) {
            elasticsearch = System.getenv("ELASTICSEARCH_URL");
        }
        if (elasticsearch == null) {
            int port = FreePorts.next();
            start(Nodes.elasticsearch(port, FreePorts.next(), folder().resolve("elasticsearch"), log("elasticsearch")));
            elasticsearch = "http://127.0.0.1:" + port;
        }
        return elasticsearch;
    }

    /** {@code mongodb://host:port/database}, with the options of {@code MONGODB_URI} where that is set. */
    public static synchronized String mongoUri(String database) {
        if (mongo == null) {
            mongo = System.getenv("MONGODB_URI");
        }
        if (mongo == null) {
            int port = FreePorts.next();
            start(Nodes.mongo(port, folder().resolve("mongo"), log("mongo")));
            mongo = "mongodb://127.0.0.1:" + port + "/";
        }
        return withDatabase(mongo, database);
    }

    /** The same servers and options, another database. */
    static String withDatabase(String uri, String database) {
        int options = uri.indexOf('?');
        String servers = options < 0 ? uri : uri.substring(0, options);
        int path = servers.indexOf('/', servers.indexOf("://") + 3);
        return (path < 0 ? servers : servers.substring(0, path))
                + '/'
                + database
                + (options < 0 ? "" : uri.substring(options));
    }

    private static void start(NodeCommand command) {
        NodeProcess process = command.endingWithThisProcess().start();
        try {
            process.awaitReady(PATIENCE);
            STARTED.add(process);
        } catch (IllegalStateException e) {
            process.kill9();
            throw e;
        }
    }

    private static Path log(String name) {
        return folder().resolve(name + ".log");
    }

    private static Path folder() {
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("linli-local-stack-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(LocalStack::endAll, "local-stack-end"));
        }
        return folder;
    }

    /** The data is thrown away, so there is nothing to stop gently. */
    private static synchronized void endAll() {
        STARTED.forEach(NodeProcess::kill9);
        try (Stream<Path> paths = Files.walk(folder())) {
            paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            System.err.println("left behind: " + folder() + " (" + e.getMessage() + ")");
        }
    }
}
