package org.linli.localstack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The broker's {@code server.properties}, written anew at every start so that ports and limits follow the options. */
final class BrokerSettings {

    private final Map<String, Object> entries = new LinkedHashMap<>();

    private BrokerSettings() {}

    static BrokerSettings of(NodeOptions options, Path logDirectory) {
        BrokerSettings settings = new BrokerSettings();
        settings.addRoles(options);
        settings.addSmallSingleNode();
        settings.addQuickRecovery();
        settings.addLimits();
        settings.entries.put("log.dirs", logDirectory);
        return settings;
    }

    private void addRoles(NodeOptions options) {
        String controller = "127.0.0.1:" + options.controllerPort();
        String broker = "PLAINTEXT://127.0.0.1:" + options.port();
        entries.put("process.roles", "broker,controller");
        entries.put("node.id", 1);
        entries.put("controller.quorum.voters", "1@" + controller);
        entries.put("controller.listener.names", "CONTROLLER");
        // Loopback only: there is no authentication here.
        entries.put("listeners", broker + ",CONTROLLER://" + controller);
        entries.put("advertised.listeners", broker);
        entries.put("inter.broker.listener.name", "PLAINTEXT");
    }

    private void addSmallSingleNode() {
        entries.put("num.partitions", 6);
        entries.put("auto.create.topics.enable", true);
        entries.put("default.replication.factor", 1);
        entries.put("min.insync.replicas", 1);
        // 50 partitions each by default: most of the start-up time of a one-node broker.
        entries.put("offsets.topic.num.partitions", 3);
        entries.put("offsets.topic.replication.factor", 1);
        entries.put("transaction.state.log.num.partitions", 3);
        entries.put("transaction.state.log.replication.factor", 1);
        entries.put("transaction.state.log.min.isr", 1);
        entries.put("share.coordinator.state.topic.num.partitions", 3);
        entries.put("share.coordinator.state.topic.replication.factor", 1);
        entries.put("share.coordinator.state.topic.min.isr", 1);
        // Nobody else will join: waiting three seconds for more members only delays the first record.
        entries.put("group.initial.rebalance.delay.ms", 0);
        entries.put("num.network.threads", 2);
        entries.put("num.io.threads", 4);
        entries.put("background.threads", 2);
        entries.put("num.recovery.threads.per.data.dir", 2);
        // The default map of the log cleaner alone is 128 MB of heap.
        entries.put("log.cleaner.threads", 1);
        entries.put("log.cleaner.dedupe.buffer.size", 4 << 20);
        entries.put("log.index.size.max.bytes", 1 << 20);
    }

    /** After kill -9 the controller keeps the dead broker's registration until its session ends. */
    private void addQuickRecovery() {
        entries.put("broker.session.timeout.ms", 3000);
        entries.put("broker.heartbeat.interval.ms", 500);
        // No log.flush.*: an acknowledged record is in the page cache, which a killed process cannot take along;
        // flushing every record would only guard against a power cut of a developer's machine.
    }

    private void addLimits() {
        entries.put("message.max.bytes", 1 << 20);
        entries.put("replica.fetch.max.bytes", 1 << 20);
        entries.put("log.segment.bytes", 64 << 20);
        entries.put("log.retention.hours", 7 * 24);
        entries.put("log.retention.bytes", 512L << 20);
        entries.put("offsets.retention.minutes", 30 * 24 * 60);
    }

    Path writeTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(
                file,
                entries.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n", "", "\n")));
    }
}
