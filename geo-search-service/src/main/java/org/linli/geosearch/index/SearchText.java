package org.linli.geosearch.index;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Texts for "contains" searches in any script: every character becomes a token of its own, so a phrase of characters
 * is a substring. Full and half width, upper and lower case, traditional and simplified characters, katakana and
 * hiragana are the same. Computed here instead of by an analyzer, because it must work on every cluster and be the same
 * in the index and in the query.
 */
public final class SearchText {
    /** Keeps a phrase from running on over a space or from one field into the next. */
    private static final int GAP = 0x2423;

    private static final Transliterator SAME =
            Transliterator.getInstance("NFKC; Lower; Traditional-Simplified; Katakana-Hiragana; NFC");

    private static final int FIRST_IDEOGRAPH = 0x4E00;
    private static final int LAST_IDEOGRAPH = 0x9FFF;

    /** Without one of these no rule from traditional to simplified applies. */
    private static final BitSet TRADITIONAL = traditional();

    private SearchText() {}

    private static BitSet traditional() {
        List<String> rewritten = Transliterator.getInstance("Traditional-Simplified")
                .toRules(false)
                .lines()
                .filter(rule -> rule.contains(">"))
                .map(rule -> rule.substring(0, rule.indexOf('>')).strip())
                .toList();
        BitSet found = new BitSet();
        rewritten.stream()
                .filter(text -> text.codePointCount(0, text.length()) == 1)
                .forEach(text -> found.set(text.codePointAt(0)));
        // Of a rule for several characters one has to be there, and mostly it has a rule of its own.
        rewritten.stream()
                .filter(text -> text.codePoints().noneMatch(found::get))
                .toList()
                .forEach(text -> text.codePoints().forEach(found::set));
        return found;
    }

    /** The fields' characters, separated by spaces; a search for a word never matches across two fields or words. */
    public static String of(String... fields) {
        StringBuilder tokens = new StringBuilder();
        for (String field : fields) {
            words(field).forEach(word -> append(tokens, word).append(' ').appendCodePoint(GAP));
        }
        return tokens.toString();
    }

    /** The words of what a person typed, normalised. */
    public static List<String> words(String typed) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        normalise(typed).codePoints().forEach(c -> {
            if (separates(c)) {
                finish(word, words);
            } else {
                word.appendCodePoint(c);
            }
        });
        finish(word, words);
        return List.copyOf(words);
    }

    /** A word cut where Latin letters and Chinese characters meet: {@code hg火锅} is looked for as two words. */
    static List<String> runs(String word) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        word.codePoints().forEach(c -> {
            if (!run.isEmpty() && meet(run.codePointBefore(run.length()), c)) {
                finish(run, runs);
            }
            run.appendCodePoint(c);
        });
        finish(run, runs);
        return runs;
    }

    private static boolean meet(int one, int other) {
        return Pinyin.isChinese(one) && isLetter(other) || isLetter(one) && Pinyin.isChinese(other);
    }

    static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c == 'ü';
    }

    /** One word as the phrase to look for. */
    static String phrase(String word) {
        return append(new StringBuilder(), word).toString();
    }

    private static StringBuilder append(StringBuilder tokens, String word) {
        word.codePoints().forEach(c -> {
            if (!tokens.isEmpty()) {
                tokens.append(' ');
            }
            tokens.appendCodePoint(c);
        });
        return tokens;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static String normalise(String text) {
        return text.codePoints().allMatch(SearchText::isPlain)
                ? text.toLowerCase(Locale.ROOT)
                : SAME.transliterate(text);
    }

    /** Nothing but the case can change: true of most names, and a hundred times faster than asking every rule. */
    private static boolean isPlain(int c) {
        return c >= ' ' && c <= '~' || c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH && !TRADITIONAL.get(c);
    }

    private static boolean separates(int character) {
        return character == GAP
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }
}
