package org.linli.loan.contract.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with gaps such as {@code {amount}}. What is filled in is never read as a template again, and a gap without a
 * value is a mistake of ours. A line that is a gap alone may be filled by several lines.
 */
public record Template(String name, String text) {
    private static final Pattern GAP = Pattern.compile("\\{([A-Za-z0-9]+)}");

    /** From {@code contracts/<name>.txt} on the classpath. */
    public static Template named(String name) {
        try (InputStream in = Template.class.getResourceAsStream("/contracts/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no template " + name);
            }
            return new Template(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> filled(Map<String, String> values) {
        return GAP.matcher(text)
                .replaceAll(gap -> Matcher.quoteReplacement(value(gap, values)))
                .lines()
                .toList();
    }

    private String value(MatchResult gap, Map<String, String> values) {
        String value = values.get(gap.group(1));
        if (value == null) {
            throw new IllegalStateException("template " + name + ": nothing for {" + gap.group(1) + "}");
        }
        return value;
    }
}
