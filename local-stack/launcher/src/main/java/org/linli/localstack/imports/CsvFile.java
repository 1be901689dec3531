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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A CSV file in UTF-8 with a heading. */
final class CsvFile {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;

    CsvFile(Path file) {
        this.file = file;
    }

    /** @return the rows with which the reader could not do anything, by its own words */
    List<RejectedRow> each(Consumer<NamedCsvRecord> reader) {
        List<RejectedRow> rejected = new ArrayList<>();
        try (Reader text = strictUtf8();
                CsvReader<NamedCsvRecord> records = CsvReader.builder()
                        .commentStrategy(CommentStrategy.NONE)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : records) {
                try {
                    reader.accept(row);
                } catch (IllegalArgumentException e) {
                    rejected.add(new RejectedRow(
                            row.getStartingLineNumber(), "invalid-row", String.valueOf(e.getMessage())));
                }
            }
            return rejected;
        } catch (CharacterCodingException e) {
            throw new ImportException(file + " is not UTF-8");
        } catch (CsvParseException e) {
            throw new ImportException(file + " is not CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new ImportException("cannot read " + file + ": " + e.getMessage());
        }
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

    static String required(NamedCsvRecord row, String column) {
        String value = optional(row, column);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(column + ": empty (expected: a text)");
        }
        return value;
    }

    static String optional(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }
}
