package org.linli.loan.calendar;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a calendar: {@code date,kind,name}, {@code #} begins a remark. Every bad row is named, none is skipped. */
record CalendarFile(List<SpecialDay> days, List<BadRow> badRows) {
    static final int MOST_ROWS = 2_000;
    private static final int LONGEST_NAME = 40;
    private static final List<String> HEADING = List.of("date", "kind", "name");
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2100;

    /** @param code why it was not understood */
    record BadRow(long line, String code) {}

    static CalendarFile read(String text) {
        List<SpecialDay> days = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        String csv = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofNamedCsvRecord(csv);
                Stream<NamedCsvRecord> rows = reader.stream()) {
            Set<LocalDate> seen = new HashSet<>();
            rows.limit(MOST_ROWS + 1L).forEach(row -> take(row, seen, days, bad));
        } catch (CsvParseException | UncheckedIOException | IllegalArgumentException e) {
            bad.add(new BadRow(1, "not-csv"));
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
        if (days.size() + bad.size() > MOST_ROWS) {
            return new CalendarFile(List.of(), List.of(new BadRow(MOST_ROWS + 1L, "too-many-rows")));
        }
        return new CalendarFile(List.copyOf(days), List.copyOf(bad));
    }

    private static void take(NamedCsvRecord row, Set<LocalDate> seen, List<SpecialDay> days, List<BadRow> bad) {
        if (!row.getHeader().equals(HEADING) || row.getFieldCount() != HEADING.size()) {
            bad.add(new BadRow(row.getStartingLineNumber(), "columns"));
            return;
        }
        Optional<LocalDate> date = date(row.getField(0).strip());
        Optional<SpecialDay.Kind> kind = kind(row.getField(1).strip());
        String name = row.getField(2).strip();
        Optional<String> wrong = wrong(date, kind, name, seen);
        if (wrong.isPresent()) {
            bad.add(new BadRow(row.getStartingLineNumber(), wrong.get()));
        } else {
            days.add(new SpecialDay(date.orElseThrow(), kind.orElseThrow(), name));
        }
    }

    private static Optional<String> wrong(
            Optional<LocalDate> date, Optional<SpecialDay.Kind> kind, String name, Set<LocalDate> seen) {
        if (date.isEmpty()) {
            return Optional.of("date");
        }
        if (kind.isEmpty()) {
            return Optional.of("kind");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Optional.of("name");
        }
        if (!seen.add(date.get())) {
            return Optional.of("twice");
        }
        boolean weekend = date.get().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return kind.get() == SpecialDay.Kind.WORKING && !weekend ? Optional.of("no-weekend") : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR
                    ? Optional.of(date)
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<SpecialDay.Kind> kind(String text) {
        return Arrays.stream(SpecialDay.Kind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst();
    }
}
