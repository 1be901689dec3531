package org.linli.merchant.review;

import com.github.houbb.sensitive.word.bs.SensitiveWordBs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds words that need a look: whatever their case, width, script or repetition. From a list of our own and the bank's;
 * the library's dictionary of 64,000 is not used, because nobody could say why a word is in it.
 */
@Component
public class SensitiveWords {
    private static final String BUILT_IN = "/review/sensitive-words.txt";
    private static final String COMMENT = "#";
    private static final int MOST = 20_000;

    /** Reading over repeated characters, the library misses words that have some themselves: both readings count. */
    private final List<SensitiveWordBs> readings;

    @Autowired
    SensitiveWords(ReviewSettings settings) {
        this(settings.wordList());
    }

    /** @param file the bank's own list; empty for none */
    SensitiveWords(String file) {
        List<String> all = new ArrayList<>(builtIn());
        if (!file.isBlank()) {
            all.addAll(lines(file));
        }
        if (all.size() > MOST) {
            throw new IllegalArgumentException("sensitive words: " + all.size() + " (expected: at most " + MOST + ")");
        }
        this.readings = List.of(reading(all, false), reading(all, true));
    }

    private static SensitiveWordBs reading(List<String> all, boolean ignoreRepeat) {
        return SensitiveWordBs.newInstance()
                .wordDeny(() -> all)
                .wordAllow(List::of)
                .enableNumCheck(false)
                .enableEmailCheck(false)
                .enableUrlCheck(false)
                .ignoreRepeat(ignoreRepeat)
                .init();
    }

    /** The words in the text that are on a list, each once. */
    public List<String> in(@Nullable String text) {
        return text == null
                ? List.of()
                : readings.stream()
                        .flatMap(reading -> reading.findAll(text).stream())
                        .distinct()
                        .toList();
    }

    private static List<String> builtIn() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SensitiveWords.class.getResourceAsStream(BUILT_IN), BUILT_IN),
                StandardCharsets.UTF_8))) {
            return words(reader.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file), StandardCharsets.UTF_8)) {
            return words(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static List<String> words(Stream<String> lines) {
        return lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith(COMMENT))
                .toList();
    }
}
