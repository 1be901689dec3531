package org.linli.merchant.dossier;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.merchant.category.Category;
import org.linli.starter.web.FieldProblem;
import org.springframework.stereotype.Component;

/** Which papers there are and who has to show them, as {@code onboarding/papers.csv} says. */
@Component
public class Papers {
    private static final String TABLE = "/onboarding/papers.csv";
    private static final String RULE = "M-1";

    private final Map<String, Paper> byCode = new LinkedHashMap<>();

    public Papers() {
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(Papers.class.getResourceAsStream(TABLE), TABLE),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.stream().map(Papers::paper).forEach(paper -> byCode.put(paper.code(), paper));
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }

    private static Paper paper(NamedCsvRecord row) {
        Stream<String> categories = Arrays.stream(row.getField("categories").split(" "));
        return new Paper(
                row.getField("paper"),
                row.getField("zh"),
                row.getField("en"),
                row.getField("place_bound").equals("yes"),
                categories
                        .filter(name -> !name.isEmpty())
                        .map(Category::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean knows(String code) {
        return byCode.containsKey(code);
    }

    public List<Paper> all() {
        return List.copyOf(byCode.values());
    }

    public List<Paper> requiredFor(Category category) {
        return byCode.values().stream()
                .filter(paper -> paper.requiredFor().contains(category))
                .toList();
    }

    /** The codes of papers that a move makes void. */
    public Set<String> placeBound() {
        return byCode.values().stream()
                .filter(Paper::placeBound)
                .map(Paper::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the category asks for and the dossier lacks. */
    public List<Paper> missing(Category category, Dossier dossier) {
        Set<String> valid = dossier.validPapers();
        return requiredFor(category).stream()
                .filter(paper -> !valid.contains(paper.code()))
                .toList();
    }

    /** One entry per missing paper, naming it in the caller's language. */
    public static List<FieldProblem> problems(List<Paper> missing, Locale locale) {
        return missing.stream()
                .map(paper -> new FieldProblem("papers." + paper.code(), "paper-missing", paper.name(locale), RULE))
                .toList();
    }
}
