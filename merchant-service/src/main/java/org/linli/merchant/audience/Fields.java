package org.linli.merchant.audience;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.FieldProblem;
import tools.jackson.databind.JsonNode;

/** What a condition's fields are read with; collects what is wrong. */
class Fields {
    static final int MOST_ERRORS = 20;

    private final List<FieldProblem> problems = new ArrayList<>();

    List<FieldProblem> problems() {
        return problems;
    }

    <T> Optional<T> wrong(String path, String detail) {
        problems.add(new FieldProblem(path, "invalid", detail));
        return Optional.empty();
    }

    /** Refuses fields that are not its own: a misspelt one must not become no condition. */
    void only(JsonNode node, String path, Set<String> known) {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                String shown = name.length() > 40 ? name.substring(0, 40) + "..." : name;
                wrong(path + "." + shown, "unknown field (expected: " + String.join(", ", sorted(known)) + ")");
            }
        }
    }

    private static List<String> sorted(Set<String> known) {
        return known.stream().sorted().toList();
    }

    int number(JsonNode node, String name, String path, int least, int most, @Nullable Integer otherwise) {
        JsonNode value = node.get(name);
        if (value == null && otherwise != null) {
            return otherwise;
        }
        if (value == null
                || !value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.asInt() < least
                || value.asInt() > most) {
            wrong(path + "." + name, "(expected: a whole number, " + least + ".." + most + ")");
            return least;
        }
        return value.asInt();
    }

    /** Empty when absent. */
    Set<String> words(JsonNode node, String name, String path, int most, Pattern word) {
        JsonNode value = node.get(name);
        Set<String> words = new LinkedHashSet<>();
        if (value == null) {
            return words;
        }
        if (!value.isArray() || value.isEmpty() || value.size() > most) {
            String given = value.isArray() ? value.size() + " entries " : "";
            wrong(path + "." + name, given + "(expected: 1 to " + most + " values)");
            return words;
        }
        for (int i = 0; i < value.size() && problems.size() < MOST_ERRORS; i++) {
            JsonNode one = value.get(i);
            if (one.isString() && word.matcher(one.asString()).matches()) {
                words.add(one.asString());
            } else {
                wrong(path + "." + name + "[" + i + "]", "(expected: " + word.pattern() + ")");
            }
        }
        return words;
    }
}
