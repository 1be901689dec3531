package org.linli.localstack.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.cluster.ClusterName;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.ClasspathPlugins;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/**
 * Entry point: {@code --port 9200 --transport-port 9300 --data DIR --logs DIR [--parent-pid PID]}, or the same in the
 * environment.
 */
public final class ElasticsearchNode {

    private static final int EXIT_CANNOT_START = 1;
    private static final String NODE_NAME = "linli-local";

    /** The server's logging replaces System.out by something that drops lines below its level. */
    private static final PrintStream CONSOLE = System.out;

    private ElasticsearchNode() {}

    public static void main(String[] args) throws InterruptedException {
        NodeOptions options = NodeOptions.parse(args, System.getenv());
        ParentWatch.haltWithParent(options.parentPid());
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            start(options, stopped);
        } catch (IOException | NodeValidationException | RuntimeException e) {
            CONSOLE.println("elasticsearch cannot start on port " + options.port() + " with " + options.data());
            e.printStackTrace(CONSOLE);
            // Threads of a half-started node would keep the process alive.
            Runtime.getRuntime().halt(EXIT_CANNOT_START);
        }
        stopped.await();
    }

    private static void start(NodeOptions options, CountDownLatch stopped) throws IOException, NodeValidationException {
        Environment environment = prepare(options);
        Path noJars = Files.createDirectories(options.data().resolve("home/plugins"));
        Node node = new Node(environment, ClasspathPlugins.of(noJars, List.of(Netty4Plugin.class, RootPlugin.class)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, stopped), "elasticsearch-stop"));
        node.start();
        CONSOLE.println("elasticsearch listens on 127.0.0.1:" + options.port());
    }

    private static Environment prepare(NodeOptions options) throws IOException {
        Path home = options.data().resolve("home");
        Path configuration = Files.createDirectories(home.resolve("config"));
        Files.createDirectories(options.logs());
        try (InputStream logging = ElasticsearchNode.class.getResourceAsStream("log4j2.properties")) {
            Files.copy(
                    Objects.requireNonNull(logging),
                    configuration.resolve("log4j2.properties"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Environment environment = InternalSettingsPreparer.prepareEnvironment(
                settings(options, home), Map.of(), configuration, () -> NODE_NAME);
        LogConfigurator.setNodeName(NODE_NAME);
        LogConfigurator.setClusterName(
                ClusterName.CLUSTER_NAME_SETTING.get(environment.settings()).value());
        LogConfigurator.configure(environment, true);
        return environment;
    }

    private static Settings settings(NodeOptions options, Path home) {
        return Settings.builder()
                .put("cluster.name", "linli")
                .put("node.name", NODE_NAME)
                .put("path.home", home)
                .put("path.data", options.data().resolve("indices"))
                .put("path.logs", options.logs())
                .put("discovery.type", "single-node")
                // Loopback only: there is no security here.
                .put("network.host", "127.0.0.1")
                .put("http.port", options.port())
                .put("transport.port", options.transportPort())
                // A developer's disk is often more than 90% full; that must not make indices read-only.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
    }

    private static void stop(Node node, CountDownLatch stopped) {
        try {
            node.close();
            node.awaitClose(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }
}
