package org.linli.events;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and writes the events that this project writes itself in one pass over their bytes: a rush of claims is read by
 * a dozen listeners, and the general library builds three trees of each. What looks any different is left to it.
 */
final class PlainEvents {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_SIZE = 640;
    private static final String VERSION = "1.0";
    private static final String CONTENT = "application/json";
    private static final String DATA = "data";
    private static final Set<String> NAMES =
            Set.of("specversion", "id", "source", "type", "datacontenttype", "subject", "time", "sequence", DATA);

    private PlainEvents() {}

    static byte[] write(EventEnvelope event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("specversion", VERSION);
            json.writeStringProperty("id", event.id());
            json.writeStringProperty("source", event.source());
            json.writeStringProperty("type", event.type());
            json.writeStringProperty("datacontenttype", CONTENT);
            json.writeStringProperty("subject", event.subject());
            json.writeStringProperty("time", event.time().toString());
            json.writeStringProperty("sequence", String.valueOf(event.sequence()));
            json.writeName(DATA);
            json.writeRawValue(event.dataJson());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Null for whatever is not exactly of the form that {@link #write} gives, valid or not. */
    static @Nullable EventEnvelope read(byte[] bytes) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            Map<String, String> texts = new HashMap<>();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                String text = name.equals(DATA) ? object(json, bytes) : json.nextStringValue();
                if (text == null || !NAMES.contains(name)) {
                    return null;
                }
                texts.put(name, text);
            }
            return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null ? envelope(texts) : null;
        } catch (JacksonException | DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String object(JsonParser json, byte[] bytes) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        int from = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        int until = (int) json.currentLocation().getByteOffset();
        return new String(bytes, from, until - from, StandardCharsets.UTF_8);
    }

    private static @Nullable EventEnvelope envelope(Map<String, String> texts) {
        boolean usual = texts.size() == NAMES.size()
                && texts.values().stream().noneMatch(String::isEmpty)
                && VERSION.equals(texts.get("specversion"))
                && CONTENT.equals(texts.get("datacontenttype"));
        if (!usual) {
            return null;
        }
        return new EventEnvelope(
                text(texts, "id"),
                text(texts, "type"),
                text(texts, "source"),
                text(texts, "subject"),
                Long.parseLong(text(texts, "sequence")),
                OffsetDateTime.parse(text(texts, "time")).toInstant(),
                text(texts, DATA));
    }

    private static String text(Map<String, String> texts, String name) {
        return texts.getOrDefault(name, "");
    }
}
