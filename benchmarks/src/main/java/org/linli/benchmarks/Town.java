package org.linli.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Merchants and their offers, generated or from a file of real places, and what brute force finds among them. All offers
 * are live; a merchant has as many as there are per merchant. Shares no code with the search.
 */
final class Town {
    static final int OFFERS_EACH = 3;
    private static final double METERS_PER_DEGREE = 111_194.9;
    private static final double RADIUS = 6_371_008.7714;
    private static final Set<String> MERCHANTS = Set.of("餐饮服务", "购物服务", "生活服务", "体育休闲服务", "住宿服务");

    private final String name;
    private final double[] lat;
    private final double[] lng;
    private final int offersEach;

    private Town(String name, double[] lat, double[] lng, int offersEach) {
        this.name = name;
        this.lat = lat;
        this.lng = lng;
        this.offersEach = offersEach;
    }

    record Found(String offerId, double meters) {}

    /**
     * So many documents: a quarter of them merchants, each with three offers, on a square; every fifth shares the place
     * of another, as in a mall.
     */
    static Town generated(String name, int documents, double sideKilometres) {
        int merchants = documents / (1 + OFFERS_EACH);
        SplittableRandom dice = new SplittableRandom(documents);
        double height = sideKilometres * 1_000 / METERS_PER_DEGREE;
        double width = height / Math.cos(Math.toRadians(31));
        double[] lat = new double[merchants];
        double[] lng = new double[merchants];
        for (int i = 0; i < merchants; i++) {
            boolean shared = i > 0 && dice.nextInt(5) == 0;
            int same = shared ? dice.nextInt(i) : 0;
            lat[i] = shared ? lat[same] : round(31 - height / 2 + dice.nextDouble() * height);
            lng[i] = shared ? lng[same] : round(112 - width / 2 + dice.nextDouble() * width);
        }
        return new Town(name, lat, lng, OFFERS_EACH);
    }

    /** The merchants of a file of real places, GCJ-02, each with one offer. */
    static Town real(String name, Path csv) {
        try {
            List<double[]> places = new ArrayList<>();
            for (String line : Files.readAllLines(csv, StandardCharsets.UTF_8)) {
                String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
                if (cells.length == 9 && MERCHANTS.contains(cells[2].split("[;|]")[0])) {
                    places.add(new double[] {Double.parseDouble(cells[6]), Double.parseDouble(cells[5])});
                }
            }
            return new Town(
                    name,
                    places.stream().mapToDouble(place -> place[0]).toArray(),
                    places.stream().mapToDouble(place -> place[1]).toArray(),
                    1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double round(double degrees) {
        return Math.rint(degrees * 1e6) / 1e6;
    }

    String name() {
        return name;
    }

    int merchants() {
        return lat.length;
    }

    int offersEach() {
        return offersEach;
    }

    int documents() {
        return lat.length * (1 + offersEach);
    }

    double lat(int merchant) {
        return lat[merchant];
    }

    double lng(int merchant) {
        return lng[merchant];
    }

    static String merchantId(int merchant) {
        return "m" + merchant;
    }

    static String offerId(int merchant, int offer) {
        return "o" + merchant + "-" + offer;
    }

    /** The nearest so many offers within the radius, its edge included, by distance and id. */
    List<Found> nearest(double fromLat, double fromLng, double radius, int most) {
        double high = radius / METERS_PER_DEGREE * 1.01;
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < lat.length; i++) {
            if (Math.abs(lat[i] - fromLat) <= high) {
                double meters = meters(fromLat, fromLng, lat[i], lng[i]);
                for (int offer = 0; meters <= radius && offer < offersEach; offer++) {
                    found.add(new Found(offerId(i, offer), meters));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Found::meters).thenComparing(Found::offerId));
        return found.subList(0, Math.min(most, found.size()));
    }

    /** How many offers lie in a circle at the median of places. */
    long usualCircle(List<double[]> points, double radius) {
        long[] counts = points.stream()
                .limit(50)
                .mapToLong(point ->
                        nearest(point[0], point[1], radius, Integer.MAX_VALUE).size())
                .sorted()
                .toArray();
        return Arrays.stream(counts).skip(counts.length / 2).findFirst().orElse(0);
    }

    /** Textbook haversine on the sphere of the rule. */
    private static double meters(double lat1, double lng1, double lat2, double lng2) {
        double p1 = lat1 * Math.PI / 180;
        double p2 = lat2 * Math.PI / 180;
        double dp = Math.sin((lat2 - lat1) * Math.PI / 360);
        double dl = Math.sin((lng2 - lng1) * Math.PI / 360);
        return 2 * RADIUS * Math.asin(Math.sqrt(dp * dp + Math.cos(p1) * Math.cos(p2) * dl * dl));
    }
}
