package org.linli.localstack.imports;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a CSV file of places (UTF-8, heading first). Columns: {@code name}, {@code address}, {@code category}, and the
 * position as {@code <crs>_lng}, {@code <crs>_lat} (say {@code wgs84_lng}) or plainly {@code lng}, {@code lat}, in the
 * coordinate system that the caller names. A file of organisations has no category but the columns of {@link
 * OrganisationFile}.
 */
final class PlaceFile {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

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
        List<RejectedRow> rejected = new ArrayList<>();
        Map<String, Long> firstLine = new HashMap<>();
        long notWanted = 0;
        long repeated = 0;
        try (Reader text = strictUtf8();
                CsvReader<NamedCsvRecord> records = CsvReader.builder()
                        .commentStrategy(CommentStrategy.NONE)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : records) {
                long line = row.getStartingLineNumber();
                try {
                    PlaceRow place = place(row, line);
                    if (place == null) {
                        notWanted++;
                    } else if (firstLine.putIfAbsent(place.externalId(), line) != null) {
                        repeated++;
                    } else {
                        rows.add(place);
                    }
                } catch (IllegalArgumentException e) {
                    rejected.add(new RejectedRow(line, "invalid-row", String.valueOf(e.getMessage())));
                }
            }
        } catch (CharacterCodingException e) {
            throw new ImportException(file + " is not UTF-8");
        } catch (CsvParseException e) {
            throw new ImportException(file + " is not CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new ImportException("cannot read " + file + ": " + e.getMessage());
        }
        if (target == Target.ORGANISATIONS) {
            rows.sort(OrganisationFile.BRANCHES_FIRST);
        }
        return new Content(rows, rejected, notWanted, repeated);
    }

    /** Text that is not UTF-8 is refused; a byte order mark, as spreadsheets write it, is skipped. */
    private Reader strictUtf8() throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** @return null for a row of a category that is not wanted */
    private @org.jspecify.annotations.Nullable PlaceRow place(NamedCsvRecord row, long line) {
        String category = category(row);
        if (category.isEmpty()) {
            return null;
        }
        String name = required(row, "name");
        String address = row.findField("address").orElse("").strip();
        double lng = coordinate(row, "lng", 180);
        double lat = coordinate(row, "lat", 90);
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("lat", lat);
        point.put("lng", lng);
        point.put("crs", crs);
        Map<String, Object> more = target == Target.ORGANISATIONS ? OrganisationFile.more(row) : Map.of();
        return new PlaceRow(line, identity(row.getFields()), name, address, category, point, more);
    }

    private String category(NamedCsvRecord row) {
        return switch (target) {
            case BRANCHES -> mapping.isBranch(required(row, "category")) ? CategoryMapping.BRANCH : "";
            case MERCHANTS ->
                mapping.merchantCategory(required(row, "category")).orElse("");
            case ORGANISATIONS -> OrganisationFile.kind(row);
        };
    }

    static String required(NamedCsvRecord row, String column) {
        String value = row.findField(column).orElse("").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(column + ": empty (expected: a text)");
        }
        return value;
    }

    private double coordinate(NamedCsvRecord row, String axis, int limit) {
        String own = crs.toLowerCase(Locale.ROOT) + "_" + axis;
        String column = row.getHeader().contains(own) ? own : axis;
        String text = required(row, column);
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
