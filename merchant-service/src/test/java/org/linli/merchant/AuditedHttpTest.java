package org.linli.merchant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.linli.events.AuditRecorded;
import org.linli.events.EventEnvelope;
import org.linli.events.Topics;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;

/** Reads the rows for the audit trail from the broker (rule P-3). */
public abstract class AuditedHttpTest extends HttpTest {
    private final List<AuditRecorded> rows = new ArrayList<>();
    private KafkaConsumer<String, byte[]> consumer;

    @AfterEach
    void stopReading() {
        if (consumer != null) {
            consumer.close();
        }
    }

    /** What has arrived by now. */
    protected List<AuditRecorded> rowsAbout(String targetId) {
        if (consumer == null) {
            consumer = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers",
                            LocalStack.kafka(),
                            "group.id",
                            "audit-test-" + Ids.next(),
                            "auto.offset.reset",
                            "earliest"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            consumer.subscribe(List.of("merchant." + Topics.AUDIT_SUFFIX));
        }
        consumer.poll(Duration.ofMillis(300))
                .forEach(record -> EventEnvelope.parse(record.value()).data().ifPresent(data -> {
                    if (data instanceof AuditRecorded row) {
                        rows.add(row);
                    }
                }));
        return rows.stream().filter(row -> row.targetId().equals(targetId)).toList();
    }
}
