package org.linli.geosearch.nearby;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.linli.geosearch.fixtures.Samples;

/**
 * Brute force over what was published, with plain loops and formulas of its own: what a search must answer. Shares
 * nothing with the search but the events that went in.
 */
final class Oracle {
    final Map<String, Samples.Merchant> merchants = new HashMap<>();
    final Map<String, Samples.Offer> offers = new HashMap<>();
    final Map<String, Integer> left = new HashMap<>();

    record Place(double lat, double lng) {}

    record Found(String id, double meters) {}

    /** What is asked; {@code branch} and {@code word} and the others may be null. */
    record Question(
            Place from, Double radius, Place branch, double branchRadius, String category, String kind, String word) {}

    /** @param audiences to which whoever asks belongs */
    List<Found> offers(Question question, Set<String> audiences, Instant now) {
        List<Found> found = new ArrayList<>();
        for (Samples.Offer offer : offers.values()) {
            Samples.Merchant merchant = merchants.get(offer.merchantId());
            boolean live = merchant != null
                    && merchant.status().equals("APPROVED")
                    && offer.status().equals("LIVE")
                    && (offer.terms().segmentId() == null
                            || audiences.contains(offer.terms().segmentId()))
                    && !now.isBefore(offer.from())
                    && now.isBefore(offer.until())
                    && left.getOrDefault(offer.id(), offer.stock()) > 0;
            if (live
                    && (question.category == null || question.category.equals(offer.category()))
                    && (question.kind == null || question.kind.equals(offer.kind()))
                    && (question.word == null
                            || contains(offer.title(), question.word)
                            || contains(merchant.name(), question.word)
                            || contains(offer.category(), question.word))) {
                addIfInside(found, offer.id(), new Place(merchant.lat(), merchant.lng()), question);
            }
        }
        return sorted(found);
    }

    List<Found> merchants(Question question) {
        List<Found> found = new ArrayList<>();
        for (Samples.Merchant merchant : merchants.values()) {
            if (merchant.status().equals("APPROVED")
                    && (question.category == null || question.category.equals(merchant.category()))
                    && (question.word == null
                            || contains(merchant.name(), question.word)
                            || contains(merchant.category(), question.word))) {
                addIfInside(found, merchant.id(), new Place(merchant.lat(), merchant.lng()), question);
            }
        }
        return sorted(found);
    }

    /** The published formulas agree to a hair's breadth only; nothing random lies within it. */
    private static final double HAIR = 1e-6;

    private static void addIfInside(List<Found> found, String id, Place place, Question question) {
        double meters = meters(question.from, place);
        boolean inCircle = question.branch == null || meters(question.branch, place) <= question.branchRadius + HAIR;
        if (inCircle && (question.radius == null || meters <= question.radius + HAIR)) {
            found.add(new Found(id, meters));
        }
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    private static List<Found> sorted(List<Found> found) {
        found.sort(Comparator.comparingDouble(Found::meters).thenComparing(Found::id));
        return found;
    }

    /** The haversine formula as in any textbook, on a sphere of 6,371,008.7714 m. */
    static double meters(Place a, Place b) {
        double dLat = (b.lat - a.lat) * Math.PI / 180;
        double dLng = (b.lng - a.lng) * Math.PI / 180;
        double h = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(a.lat * Math.PI / 180) * Math.cos(b.lat * Math.PI / 180) * Math.pow(Math.sin(dLng / 2), 2);
        return 2 * 6_371_008.7714 * Math.asin(Math.sqrt(h));
    }

    /** A point so many metres from another, in the direction of {@code bearing} degrees. */
    static Place away(Place from, double meters, double bearing) {
        double angle = meters / 6_371_008.7714;
        double lat1 = Math.toRadians(from.lat);
        double lat2 = Math.asin(Math.sin(lat1) * Math.cos(angle)
                + Math.cos(lat1) * Math.sin(angle) * Math.cos(Math.toRadians(bearing)));
        double dLng = Math.atan2(
                Math.sin(Math.toRadians(bearing)) * Math.sin(angle) * Math.cos(lat1),
                Math.cos(angle) - Math.sin(lat1) * Math.sin(lat2));
        return new Place(Math.toDegrees(lat2), from.lng + Math.toDegrees(dLng));
    }

    /** GCJ-02 to BD-09, the published formula. */
    static Place baidu(Place gcj) {
        double turn = Math.PI * 3000.0 / 180.0;
        double z = Math.sqrt(gcj.lng * gcj.lng + gcj.lat * gcj.lat) + 0.00002 * Math.sin(gcj.lat * turn);
        double theta = Math.atan2(gcj.lat, gcj.lng) + 0.000003 * Math.cos(gcj.lng * turn);
        return new Place(z * Math.sin(theta) + 0.006, z * Math.cos(theta) + 0.0065);
    }

    /** WGS-84 to GCJ-02, the published formula. */
    static Place mars(Place wgs) {
        double x = wgs.lng - 105;
        double y = wgs.lat - 35;
        double pi = Math.PI;
        double shared = (20 * Math.sin(6 * x * pi) + 20 * Math.sin(2 * x * pi)) * 2 / 3;
        double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + shared;
        north += (20 * Math.sin(y * pi) + 40 * Math.sin(y / 3 * pi)) * 2 / 3;
        north += (160 * Math.sin(y / 12 * pi) + 320 * Math.sin(y * pi / 30)) * 2 / 3;
        double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + shared;
        east += (20 * Math.sin(x * pi) + 40 * Math.sin(x / 3 * pi)) * 2 / 3;
        east += (150 * Math.sin(x / 12 * pi) + 300 * Math.sin(x / 30 * pi)) * 2 / 3;
        double lat = wgs.lat / 180 * pi;
        double magic = 1 - 0.00669342162296594323 * Math.sin(lat) * Math.sin(lat);
        double a = 6378245.0;
        return new Place(
                wgs.lat + north * 180 / ((a * (1 - 0.00669342162296594323)) / (magic * Math.sqrt(magic)) * pi),
                wgs.lng + east * 180 / (a / Math.sqrt(magic) * Math.cos(lat) * pi));
    }
}
