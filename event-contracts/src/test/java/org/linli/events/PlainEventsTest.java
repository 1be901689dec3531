package org.linli.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The quick way and the library's agree about what an event is. */
class PlainEventsTest {
    private static final Instant TIME = Instant.parse("2026-11-01T04:00:00.123Z");
    private static final EventEnvelope EVENT = new EventEnvelope(
            "e1",
            "user-registered",
            "/user-service",
            "u1",
            7,
            TIME,
            "{\"name\":\"面 \\\"}{ \\\\\",\"more\":{\"a\":[1,2]}}");

    @Test
    void what_is_written_quickly_is_read_by_the_library_and_by_the_quick_reader() {
        byte[] written = EVENT.toBytes();
        var read = new JsonFormat().deserialize(written);

        assertThat(read.getId()).isEqualTo("e1");
        assertThat(read.getTime()).isEqualTo(TIME.atOffset(ZoneOffset.UTC));
        assertThat(read.getExtension("sequence")).isEqualTo("7");
        assertThat(PlainEvents.read(written)).isEqualTo(EVENT);
        assertThat(EventEnvelope.parse(written)).isEqualTo(EVENT);
    }

    @Test
    void what_the_library_writes_is_read_whatever_it_holds_besides() {
        var usual = CloudEventBuilder.v1()
                .withId("e1")
                .withType("user-registered")
                .withSource(URI.create("/user-service"))
                .withSubject("u1")
                .withTime(TIME.atOffset(ZoneOffset.UTC))
                .withExtension("sequence", "7")
                .withData("application/json", EVENT.dataJson().getBytes(StandardCharsets.UTF_8));

        assertThat(PlainEvents.read(new JsonFormat().serialize(usual.build()))).isEqualTo(EVENT);
        byte[] traced = new JsonFormat()
                .serialize(usual.withExtension("traceparent", "00-1").build());
        assertThat(PlainEvents.read(traced)).isNull();
        assertThat(EventEnvelope.parse(traced)).isEqualTo(EVENT);
    }

    @Test
    void what_is_no_event_stays_none() {
        String written = new String(EVENT.toBytes(), StandardCharsets.UTF_8);
        assertThat(PlainEvents.read((written + "x").getBytes(StandardCharsets.UTF_8)))
                .isNull();
        for (String broken : List.of(
                written.substring(0, written.length() - 1),
                "[" + written + "]",
                written.replace("\"7\"", "\"seven\""),
                written.replace("2026-11-01T", "2026-11-31T"),
                written.replace("\"subject\":\"u1\",", ""))) {
            byte[] bytes = broken.getBytes(StandardCharsets.UTF_8);
            assertThat(PlainEvents.read(bytes)).as(broken).isNull();
            assertThatThrownBy(() -> EventEnvelope.parse(bytes)).isInstanceOf(MalformedEventException.class);
        }
    }
}
