package org.linli.geosearch.projection;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.linli.events.MalformedEventException;
import org.linli.events.OfferEvent;
import org.linli.events.Place;
import org.linli.geosearch.index.ShopSpan;
import org.linli.geosearch.index.WeekSpan;
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

    /** A piece of the week; clock times as {@code hh:mm}. */
    static List<WeekSpan> week(OfferEvent.Hours hours) {
        try {
            return WeekSpan.of(DayOfWeek.valueOf(hours.day()).getValue(), hours.from(), hours.until());
        } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
            throw new MalformedEventException("no such hours", e);
        }
    }

    /** When a merchant is open, every week and on holidays. */
    static List<ShopSpan> shopHours(List<OfferEvent.Hours> hours) {
        try {
            return ShopSpan.withHolidays(hours.stream()
                    .map(span -> ShopSpan.of(kindOfDay(span.day()), span.from(), span.until()))
                    .toList());
        } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
            throw new MalformedEventException("no such hours", e);
        }
    }

    private static int kindOfDay(String day) {
        return day.equals("HOLIDAY") ? ShopSpan.HOLIDAY : DayOfWeek.valueOf(day).ordinal();
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
