package org.linli.localstack.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker has acknowledged to a producer with acks=all is there after the broker was killed. */
class KafkaSurvivalRules {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RECORDS = 2000;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedRecordSurvivesKill9() throws Exception {
        int port = FreePorts.next();
        NodeCommand command = Nodes.kafka(port, FreePorts.next(), folder.resolve("data"), folder.resolve("kafka.log"))
                .endingWithThisProcess();
        NodeProcess node = command.start().awaitReady(PATIENCE);
        produce(port);
        node.kill9();

        try (NodeProcess again = command.start().awaitReady(PATIENCE)) {
            assertThat(consume(port)).hasSize(RECORDS);
        }
    }

    @Test
    void aBrokerKilledWhileFormattingStartsTheNextTime() {
        NodeCommand command = Nodes.kafka(
                        FreePorts.next(), FreePorts.next(), folder.resolve("data"), folder.resolve("kafka.log"))
                .endingWithThisProcess();
        NodeProcess node = command.start();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> folder.resolve("data/log.formatting").toFile().exists()
                        || folder.resolve("data/log").toFile().exists());
        node.kill9();

        try (NodeProcess again = command.start().awaitReady(PATIENCE)) {
            assertThat(again.isReady()).isTrue();
        }
    }

    private static void produce(int port) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + port, "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                sent.add(producer.send(new ProducerRecord<>("survival", "key" + i % 50, "value" + i)));
            }
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        }
    }

    private static Set<String> consume(int port) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "127.0.0.1:" + port, "group.id", "survival", "auto.offset.reset", "earliest");
        Set<String> values = new HashSet<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("survival"));
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values.size() >= RECORDS;
            });
        }
        return values;
    }
}
