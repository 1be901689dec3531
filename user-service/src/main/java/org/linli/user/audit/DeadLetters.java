package org.linli.user.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.linli.events.MalformedEventException;
import org.linli.events.Topics;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.stereotype.Component;

/** The records that could not become rows, on the dead-letter topics of the audit topics. */
@Component
class DeadLetters {
    private static final Pattern TOPIC =
            Pattern.compile(Topics.AUDIT_PATTERN + Pattern.quote(Topics.DEAD_LETTER_SUFFIX));
    private static final String CAUSED_BY = "Caused by: ";
    private static final int MOST = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration ONE_POLL = Duration.ofMillis(300);

    private final ConsumerFactory<Object, Object> consumers;
    private final AuditIntake intake;
    private final AuditNotes notes;

    DeadLetters(ConsumerFactory<Object, Object> consumers, AuditIntake intake, AuditNotes notes) {
        this.consumers = consumers;
        this.intake = intake;
        this.notes = notes;
    }

    /**
     * Where a record lies and why, without its content.
     *
     * @param cause the class of the exception that gave it up
     */
    record Letter(
            String topic,
            int partition,
            long offset,
            Instant at,
            @Nullable String cause,
            @Nullable String originalTopic,
            @Nullable Integer originalPartition,
            @Nullable Long originalOffset) {
        static Letter of(ConsumerRecord<?, ?> record) {
            byte[] partition = header(record, KafkaHeaders.DLT_ORIGINAL_PARTITION);
            byte[] offset = header(record, KafkaHeaders.DLT_ORIGINAL_OFFSET);
            return new Letter(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    Instant.ofEpochMilli(record.timestamp()),
                    causeOf(record),
                    text(record, KafkaHeaders.DLT_ORIGINAL_TOPIC),
                    partition == null ? null : ByteBuffer.wrap(partition).getInt(),
                    offset == null ? null : ByteBuffer.wrap(offset).getLong());
        }
    }

    /** Newest first. */
    List<Letter> newest() {
        try (Consumer<Object, Object> consumer = consumers.createConsumer(AuditListener.GROUP + "-letters", "")) {
            List<TopicPartition> partitions = consumer.listTopics(PATIENCE).entrySet().stream()
                    .filter(topic -> TOPIC.matcher(topic.getKey()).matches())
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            List<Letter> letters = new ArrayList<>();
            lastOf(consumer, partitions).forEach(record -> letters.add(Letter.of(record)));
            letters.sort(Comparator.comparing(Letter::at).reversed());
            return List.copyOf(letters.subList(0, Math.min(MOST, letters.size())));
        }
    }

    private static List<ConsumerRecord<Object, Object>> lastOf(
            Consumer<Object, Object> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions, PATIENCE);
        List<TopicPartition> filled = partitions.stream()
                .filter(partition -> end.getOrDefault(partition, 0L) > begin.getOrDefault(partition, 0L))
                .toList();
        consumer.assign(filled);
        filled.forEach(partition -> consumer.seek(
                partition, Math.max(begin.getOrDefault(partition, 0L), end.getOrDefault(partition, 0L) - MOST)));
        List<ConsumerRecord<Object, Object>> records = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!filled.stream().allMatch(partition -> consumer.position(partition) >= end.getOrDefault(partition, 0L))
                && System.nanoTime() < deadline) {
            consumer.poll(ONE_POLL).forEach(records::add);
        }
        return records;
    }

    /** Tries one again; empty when there is no such record. Trying it twice makes no second row. */
    Optional<Replaying> replay(String topic, int partition, long offset) {
        if (!TOPIC.matcher(topic).matches()) {
            return Optional.empty();
        }
        return read(new TopicPartition(topic, partition), offset).map(record -> {
            Replaying result = apply(record);
            notes.write(
                    "dead-letter-replayed",
                    topic + "-" + partition + "@" + offset,
                    AuditView.of("dead-letter", "/hq/")
                            .with("result", result.getClass().getSimpleName()));
            return result;
        });
    }

    private Replaying apply(ConsumerRecord<Object, Object> record) {
        try {
            if (record.value() instanceof byte[] bytes) {
                return intake.take(List.of(Arrival.of(bytes))) > 0
                        ? new Replaying.Appended()
                        : new Replaying.AlreadyThere();
            }
            return new Replaying.Malformed();
        } catch (MalformedEventException e) {
            return new Replaying.Malformed();
        }
    }

    private Optional<ConsumerRecord<Object, Object>> read(TopicPartition place, long offset) {
        try (Consumer<Object, Object> consumer = consumers.createConsumer(AuditListener.GROUP + "-letters", "")) {
            boolean exists = consumer.listTopics(PATIENCE).getOrDefault(place.topic(), List.of()).stream()
                    .anyMatch(info -> info.partition() == place.partition());
            if (!exists
                    || consumer.beginningOffsets(List.of(place), PATIENCE).getOrDefault(place, 0L) > offset
                    || consumer.endOffsets(List.of(place), PATIENCE).getOrDefault(place, 0L) <= offset) {
                return Optional.empty();
            }
            consumer.assign(List.of(place));
            consumer.seek(place, offset);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<Object, Object> record : consumer.poll(ONE_POLL)) {
                    return record.offset() == offset ? Optional.of(record) : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }

    /** The innermost exception's class; its message stays where it is, for it may quote the record. */
    private static @Nullable String causeOf(ConsumerRecord<?, ?> record) {
        String trace = text(record, KafkaHeaders.DLT_EXCEPTION_STACKTRACE);
        int last = trace == null ? -1 : trace.lastIndexOf(CAUSED_BY);
        return trace == null || last < 0
                ? text(record, KafkaHeaders.DLT_EXCEPTION_FQCN)
                : trace.substring(last + CAUSED_BY.length()).split("[:\\s]", 2)[0];
    }

    private static @Nullable String text(ConsumerRecord<?, ?> record, String name) {
        byte[] value = header(record, name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
