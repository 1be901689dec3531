package org.linli.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.localstack.nodes.FreePorts;
import org.linli.localstack.nodes.NodeCommand;
import org.linli.localstack.nodes.NodeProcess;
import org.linli.localstack.nodes.Nodes;
import org.linli.localstack.nodes.Probes;
import org.linli.localstack.nodes.RepositoryRoot;
import tools.jackson.databind.json.JsonMapper;

/** A store, a broker and an index of its own in a temporary folder, and instances of the service and the gateway. */
final class SearchStack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Ready is when the index is full. */
    private static final Duration PATIENCE_WHILE_FILLING = Duration.ofMinutes(30);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final @Nullable Path recordings;
    private final Deque<NodeProcess> running = new ArrayDeque<>();
    private final int mongo = FreePorts.next();
    private final int kafka = FreePorts.next();
    private final int elasticsearch = FreePorts.next();

    /** @param recordings where the services' flight recordings go; null = none are made */
    SearchStack(@Nullable Path recordings) {
        this.recordings = recordings;
        try {
            folder = Files.createTempDirectory("linli-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "bench-end"));
        begin(Nodes.mongo(mongo, folder.resolve("mongo"), log("mongo"))
                .withJvmFlags("-Xmx1g", "-XX:TieredStopAtLevel=4"));
        begin(Nodes.kafka(kafka, FreePorts.next(), folder.resolve("kafka"), log("kafka")));
        begin(Nodes.elasticsearch(
                        elasticsearch, FreePorts.next(), folder.resolve("elasticsearch"), log("elasticsearch"))
                .withJvmFlags("-Xmx1g"));
        await();
    }

    URI elasticsearch() {
        return URI.create("http://127.0.0.1:" + elasticsearch);
    }

    String mongo(String name) {
        return "mongodb://127.0.0.1:" + mongo + "/" + name;
    }

    String kafka() {
        return "127.0.0.1:" + kafka;
    }

    /** The service over the data of this name, ready. */
    URI search(String name, boolean cells) {
        int port = FreePorts.next();
        Map<String, String> variables = new HashMap<>(Map.of(
                "SPRING_PROFILES_ACTIVE", "local",
                "SERVER_PORT", String.valueOf(port),
                "SERVER_ADDRESS", "127.0.0.1",
                "MONGODB_URI", mongo(name),
                "KAFKA_BOOTSTRAP_SERVERS", kafka(),
                "SPRING_KAFKA_CONSUMER_GROUP_ID", "search-" + name,
                "ELASTICSEARCH_URL", elasticsearch().toString(),
                "SEARCH_INDEX_PREFIX", prefix(name),
                "SEARCH_CELLS", String.valueOf(cells),
                "REVOCATIONS_EVERY", "0s"));
        variables.put("SEARCH_CELLS_MAX_DOCUMENTS", "1000000");
        variables.put("SEARCH_CELLS_MAX_AGE", "1h");
        NodeProcess service = start("geo-search-service", "-Xmx768m", port, variables);
        service.awaitReady(PATIENCE_WHILE_FILLING);
        return URI.create("http://127.0.0.1:" + port);
    }

    static String prefix(String name) {
        return name + "-";
    }

    /** What the indices of these data take on disk. */
    long indexBytes(String name) {
        try (Wire wire = new Wire(elasticsearch())) {
            Wire.Answer answer = wire.ask(Wire.get("/_cat/indices/" + prefix(name) + "*?bytes=b&h=store.size"));
            return JSON.readTree(answer.body())
                    .valueStream()
                    .mapToLong(index -> index.path("store.size").asLong())
                    .sum();
        }
    }

    /** A gateway before one instance, ready. */
    URI gateway(URI service) {
        int port = FreePorts.next();
        NodeProcess gateway = start(
                "gateway",
                "-Xmx256m",
                port,
                Map.of(
                        "SPRING_PROFILES_ACTIVE", "local",
                        "SERVER_PORT", String.valueOf(port),
                        "SERVER_ADDRESS", "127.0.0.1",
                        "REQUESTS_PER_SECOND", "100000",
                        "REQUESTS_BURST", "200000",
                        "GEO_SEARCH_SERVICE_URL", service.toString()));
        gateway.awaitReady(PATIENCE);
        return URI.create("http://127.0.0.1:" + port);
    }

    private NodeProcess start(String module, String heap, int port, Map<String, String> variables) {
        Path jar = RepositoryRoot.find().resolve(module).resolve("target").resolve(module + "-0.1.0-SNAPSHOT.jar");
        NodeCommand command = NodeCommand.ofJar(module, jar, log(module + "-" + port))
                .withJvmFlags(heap, "-XX:TieredStopAtLevel=4", "-Djava.net.preferIPv4Stack=true")
                .withEnvironment(variables)
                .inDirectory(folder)
                .readyWhen(Probes.http("http://127.0.0.1:" + port + "/actuator/health/readiness"));
        if (recordings != null) {
            String file = recordings
                    .toAbsolutePath()
                    .resolve(module + "-" + port + ".jfr")
                    .toString();
            command =
                    command.withJvmFlags("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + file);
        }
        NodeProcess process = command.start();
        running.push(process);
        return process;
    }

    private void begin(NodeCommand node) {
        running.push(node.endingWithThisProcess().start());
    }

    private void await() {
        running.forEach(process -> process.awaitReady(PATIENCE));
    }

    /** Stops what was started since there were so many. */
    void stopBut(int many) {
        while (running.size() > many) {
            NodeProcess last = running.pop();
            if (recordings == null) {
                last.kill9();
            } else {
                last.stop(); // a recording is written in good order
            }
        }
    }

    int size() {
        return running.size();
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    @Override
    public void close() {
        synchronized (running) {
            stopBut(0);
            if (!Files.exists(folder) || System.getenv("BENCH_KEEP") != null) {
                return;
            }
            List<File> files = new ArrayList<>();
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(files::add);
            } catch (IOException e) {
                System.err.println("left behind: " + folder);
            }
            files.forEach(File::delete);
        }
    }
}
