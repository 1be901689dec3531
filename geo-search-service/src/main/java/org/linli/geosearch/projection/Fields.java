package org.linli.geosearch.projection;

import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.linli.events.MalformedEventException;
import org.linli.events.Place;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.geo.InvalidPointException;

/** Fields of events, checked, and fields of stored views. What an event lacks it will lack in every retry. */
final class Fields {
    private Fields() {}

    static String text(@Nullable String value, String name) {
        String text = present(value, name);
        if (text.isBlank()) {
            throw new MalformedEventException("blank " + name, null);
        }
        return text;
    }

    static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new MalformedEventException("no " + name, null);
        }
        return value;
    }

    static GeoPoint point(@Nullable Place place) {
        Place there = present(place, "point");
        try {
            return new GeoPoint(there.lat(), there.lng());
        } catch (InvalidPointException e) {
            throw new MalformedEventException("no such point", e);
        }
    }

    static Document of(Document stored) {
        return Objects.requireNonNull(stored.get("is", Document.class));
    }

    static Document withPoint(GeoPoint point) {
        return new Document("lat", point.lat()).append("lng", point.lng());
    }

    static GeoPoint readPoint(Document is) {
        return new GeoPoint(is.getDouble("lat"), is.getDouble("lng"));
    }
}
