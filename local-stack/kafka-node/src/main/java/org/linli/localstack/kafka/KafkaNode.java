package org.linli.localstack.kafka;

import java.nio.file.Path;

/** Entry point: {@code --port 9092 --controller-port 9093 --data DIR [--parent-pid PID]}, or the same in the environment. */
public final class KafkaNode {

    private KafkaNode() {}

    public static void main(String[] args) throws Exception {
        NodeOptions options = NodeOptions.parse(args, System.getenv());
        ParentWatch.haltWithParent(options.parentPid());
        Storage storage = new Storage(options.data());
        storage.formatOnce(options);
        Path settings = BrokerSettings.of(options, storage.logDirectory()).writeTo(storage.settingsFile());
        kafka.Kafka.main(new String[] {settings.toString()});
    }
}
