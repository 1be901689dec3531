package org.linli.events;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.jackson.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event as it travels: CloudEvents 1.0 structured JSON.
 *
 * @param id unique; consumers ignore a repeated one
 * @param source the service, e.g. {@code /merchant-service}
 * @param subject the aggregate's id, also the Kafka key
 * @param sequence per aggregate, 1, 2, 3 ...: of two events of one aggregate the higher one is the later
 * @param dataJson the {@link DomainEvent} as JSON
 */
public record EventEnvelope(
        String id, String type, String source, String subject, long sequence, Instant time, String dataJson) {

    private static final JsonFormat FORMAT = new JsonFormat();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SEQUENCE = "sequence";

    public static String write(DomainEvent event) {
        return JSON.writeValueAsString(event);
    }

    public byte[] toBytes() {
        return PlainEvents.write(this);
    }

    /** @throws MalformedEventException when the bytes are not such an event */
    public static EventEnvelope parse(byte[] bytes) {
        EventEnvelope plain = PlainEvents.read(bytes);
        return plain == null ? parseAny(bytes) : plain;
    }

    /** Whatever else the standard allows, from whomever. */
    private static EventEnvelope parseAny(byte[] bytes) {
        try {
            CloudEvent event = FORMAT.deserialize(bytes);
            CloudEventData data = event.getData();
            Object sequence = event.getExtension(SEQUENCE);
            if (data == null || sequence == null || event.getSubject() == null || event.getTime() == null) {
                throw new MalformedEventException("event without data, subject, time or sequence", null);
            }
            return new EventEnvelope(
                    event.getId(),
                    event.getType(),
                    event.getSource().toString(),
                    event.getSubject(),
                    Long.parseLong(sequence.toString()),
                    event.getTime().toInstant(),
                    new String(data.toBytes(), StandardCharsets.UTF_8));
        } catch (MalformedEventException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MalformedEventException("not a CloudEvent in structured JSON", e);
        }
    }

    /** The typed data; empty for a type that this version does not know. */
    public Optional<DomainEvent> data() {
        return EventType.named(type).map(known -> {
            try {
                return JSON.readValue(dataJson, known.data());
            } catch (JacksonException e) {
                throw new MalformedEventException("data does not fit type " + type, e);
            }
        });
    }
}
