package org.linli.localstack.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.GeoPoint;

/**
 * Finds positions that are in another coordinate system than the file says (rule G-2): they lie 500 to 1,300 m from
 * their own address. Two witnesses are heard: the same row's columns in another system, and the other rows of the same
 * address. A row is told only when reading it in another system would put it where the witness says.
 */
final class MixedSystems {
    static final String CODE = "mixed-coordinate-systems";

    /** Further apart than any house number is long, nearer than any two systems. */
    private static final double APART_METERS = 250;

    /** No two systems are further apart; what is has another reason. */
    private static final double FARTHEST_METERS = 2_000;

    /** As near as places of one address are; with twice as much, two of 22,000 real places are told wrongly. */
    private static final double TOGETHER_METERS = 30;

    private static final int MOST_WITNESSES = 300;

    private static final Pattern WITH_A_NUMBER = Pattern.compile(".*[0-9０-９].*");

    private final Crs said;
    private final Map<String, List<Witness>> byAddress = new HashMap<>();

    private record Witness(long line, double lat, double lng, GeoPoint point) {}

    MixedSystems(String crs) {
        said = Crs.valueOf(crs);
    }

    /** Every row of the file, also of categories that are not wanted. */
    void hear(long line, String address, double lat, double lng) {
        if (WITH_A_NUMBER.matcher(address).matches()) {
            List<Witness> together = byAddress.computeIfAbsent(
                    address.replaceAll("\\s", "").toLowerCase(Locale.ROOT), same -> new ArrayList<>());
            if (together.size() < MOST_WITNESSES) {
                together.add(new Witness(line, lat, lng, GeoPoint.of(lat, lng, said)));
            }
        }
    }

    /** @throws IllegalArgumentException when the row's own columns do not belong together */
    void compare(double lat, double lng, Crs other, double otherLat, double otherLng) {
        double apart = GeoPoint.of(lat, lng, said).metersTo(GeoPoint.of(otherLat, otherLng, other));
        if (apart > APART_METERS && apart < FARTHEST_METERS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: %.0f m from its position in %s (expected: the same place)",
                    said.name().toLowerCase(Locale.ROOT),
                    apart,
                    other.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** The rows that contradict the others of their address. */
    List<RejectedRow> suspects() {
        List<RejectedRow> suspects = new ArrayList<>();
        Set<Long> told = new HashSet<>();
        for (List<Witness> together : byAddress.values()) {
            for (Witness one : together) {
                contradiction(one, together)
                        .filter(reason -> told.add(one.line))
                        .ifPresent(reason -> suspects.add(new RejectedRow(one.line, CODE, reason)));
            }
        }
        return suspects;
    }

    /** More of the others would be beside it if it were read otherwise than are beside it now. */
    private Optional<String> contradiction(Witness one, List<Witness> together) {
        long beside = together.stream()
                .filter(other -> other != one && one.point.metersTo(other.point) <= APART_METERS)
                .count();
        for (Crs system : Crs.values()) {
            GeoPoint read = GeoPoint.of(one.lat, one.lng, system);
            List<Witness> against = together.stream()
                    .filter(other -> system != said && other != one)
                    .filter(other -> read.metersTo(other.point) <= TOGETHER_METERS)
                    .toList();
            if (against.size() > beside) {
                Witness first = against.get(0);
                return Optional.of(String.format(
                        Locale.ROOT,
                        "%.0f m from line %d of the same address; read as %s it would be %.0f m",
                        one.point.metersTo(first.point),
                        first.line,
                        system,
                        read.metersTo(first.point)));
            }
        }
        return Optional.empty();
    }
}
