package org.linli.localstack.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of our categories a source category is. The file has two columns, {@code source,category}: {@code source} is
 * the beginning of a source category ({@code 餐饮服务} or {@code 金融保险服务;银行}), {@code category} the name of one of
 * ours, or {@code branch}. The longest match wins; what matches nothing is not imported. A source may name several
 * categories, parted by {@code |}; the first that matches counts.
 */
public final class CategoryMapping {
    public static final String BRANCH = "branch";

    private final List<Entry> entries;

    private record Entry(String source, String category) {}

    private CategoryMapping(List<Entry> entries) {
        this.entries = entries;
    }

    /** The mapping that comes with the platform: the categories of the common Chinese map providers. */
    public static CategoryMapping standard() {
        try (InputStream resource = CategoryMapping.class.getResourceAsStream("categories.csv")) {
            if (resource == null) {
                throw new IllegalStateException("categories.csv is missing from the jar");
            }
            return read(new InputStreamReader(resource, StandardCharsets.UTF_8), "categories.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static CategoryMapping of(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader, file.toString());
        } catch (IOException e) {
            throw new ImportException("cannot read the mapping file " + file + ": " + e.getMessage());
        }
    }

    private static CategoryMapping read(Reader reader, String name) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            for (NamedCsvRecord row : rows) {
                String source = row.findField("source").orElse("").strip();
                String category = row.findField("category").orElse("").strip();
                if (source.isEmpty() || category.isEmpty()) {
                    throw new ImportException(name + ", line " + row.getStartingLineNumber()
                            + ": expected the columns source,category, both filled");
                }
                entries.add(new Entry(source, category));
            }
        }
        return new CategoryMapping(List.copyOf(entries));
    }

    /** Our merchant category of the source category; empty when none of its parts is a merchant's. */
    public Optional<String> merchantCategory(String source) {
        for (String part : source.split("\\|")) {
            Optional<String> found = longest(part.strip()).filter(category -> !category.equals(BRANCH));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    public boolean isBranch(String source) {
        for (String part : source.split("\\|")) {
            if (longest(part.strip()).filter(BRANCH::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> longest(String part) {
        Entry best = null;
        for (Entry entry : entries) {
            boolean matches = part.equals(entry.source) || part.startsWith(entry.source + ";");
            if (matches && (best == null || entry.source.length() > best.source.length())) {
                best = entry;
            }
        }
        return Optional.ofNullable(best).map(Entry::category);
    }
}
