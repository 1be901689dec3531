package org.linli.localstack.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.starter.geo.Crs;

/**
 * Reads a CSV file of places (UTF-8, heading first). Columns: {@code name}, {@code address}, {@code category}, and the
 * position as {@code <crs>_lng}, {@code <crs>_lat} (say {@code wgs84_lng}) or plainly {@code lng}, {@code lat}, in the
 * coordinate system that the caller names. A file of organisations has no category but the columns of {@link
 * OrganisationFile}.
 */
final class PlaceFile {
    private final Path file;
    private final Target target;
    private final String crs;
    private final CategoryMapping mapping;

    /** What a file holds; every row is in exactly one of the groups. */
    record Content(List<PlaceRow> rows, List<RejectedRow> rejected, long notWanted, long repeated) {}

    PlaceFile(Path file, Target target, String crs, CategoryMapping mapping) {
        this.file = file;
        this.target = target;
        this.crs = crs;
        this.mapping = mapping;
    }

    Content read() {
        List<PlaceRow> rows = new ArrayList<>();
        Map<String, Long> firstLine = new HashMap<>();
        Set<Long> wanted = new HashSet<>();
        long[] notWanted = {0};
        long[] repeated = {0};
        MixedSystems systems = new MixedSystems(crs);
        List<RejectedRow> rejected = new CsvFile(file).each(row -> {
            long line = row.getStartingLineNumber();
            PlaceRow place = place(row, line, systems);
            if (place == null) {
                notWanted[0]++;
            } else if (firstLine.putIfAbsent(place.externalId(), line) != null) {
                repeated[0]++;
            } else {
                rows.add(place);
                wanted.add(line);
            }
        });
        List<RejectedRow> suspects = systems.suspects();
        Set<Long> suspect = suspects.stream().map(RejectedRow::line).collect(Collectors.toSet());
        rows.removeIf(row -> suspect.contains(row.line()));
        suspects.stream().filter(row -> wanted.contains(row.line())).forEach(rejected::add);
        if (target == Target.ORGANISATIONS) {
            rows.sort(OrganisationFile.BRANCHES_FIRST);
        }
        return new Content(rows, rejected, notWanted[0], repeated[0]);
    }

    /** @return null for a row of a category that is not wanted */
    private @org.jspecify.annotations.Nullable PlaceRow place(NamedCsvRecord row, long line, MixedSystems systems) {
        hear(row, line, systems);
        String category = category(row);
        if (category.isEmpty()) {
            return null;
        }
        String name = CsvFile.required(row, "name");
        String address = CsvFile.optional(row, "address");
        double lng = coordinate(row, "lng", 180);
        double lat = coordinate(row, "lat", 90);
        compare(row, lat, lng, systems);
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("lat", lat);
        point.put("lng", lng);
        point.put("crs", crs);
        Map<String, Object> more = target == Target.ORGANISATIONS ? OrganisationFile.more(row) : Map.of();
        return new PlaceRow(line, identity(row.getFields()), name, address, category, point, more);
    }

    /** What cannot be read here is told when the row is wanted. */
    private void hear(NamedCsvRecord row, long line, MixedSystems systems) {
        try {
            systems.hear(
                    line, CsvFile.optional(row, "address"), coordinate(row, "lat", 90), coordinate(row, "lng", 180));
        } catch (IllegalArgumentException e) {
            // no witness
        }
    }

    private void compare(NamedCsvRecord row, double lat, double lng, MixedSystems systems) {
        for (Crs other : Crs.values()) {
            String prefix = other.name().toLowerCase(Locale.ROOT) + "_";
            String otherLat = CsvFile.optional(row, prefix + "lat");
            String otherLng = CsvFile.optional(row, prefix + "lng");
            if (!other.name().equals(crs) && !otherLat.isEmpty() && !otherLng.isEmpty()) {
                systems.compare(
                        lat, lng, other, number(prefix + "lat", otherLat, 90), number(prefix + "lng", otherLng, 180));
            }
        }
    }

    private String category(NamedCsvRecord row) {
        return switch (target) {
            case BRANCHES -> mapping.isBranch(CsvFile.required(row, "category")) ? CategoryMapping.BRANCH : "";
            case MERCHANTS ->
                mapping.merchantCategory(CsvFile.required(row, "category")).orElse("");
            case ORGANISATIONS -> OrganisationFile.kind(row);
        };
    }

    private double coordinate(NamedCsvRecord row, String axis, int limit) {
        String own = crs.toLowerCase(Locale.ROOT) + "_" + axis;
        String column = row.getHeader().contains(own) ? own : axis;
        return number(column, CsvFile.required(row, column), limit);
    }

    private static double number(String column, String text, int limit) {
        try {
            double value = Double.parseDouble(text);
            if (!(Math.abs(value) <= limit)) {
                throw new IllegalArgumentException(
                        column + ": " + text + " (expected: -" + limit + " to " + limit + ")");
            }
            return value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + ": " + text + " (expected: a number)");
        }
    }

    private static String identity(List<String> fields) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join("\u001f", fields).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
