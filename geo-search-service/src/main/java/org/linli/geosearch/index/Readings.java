package org.linli.geosearch.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Collects how the runs of a text are read, as tokens. */
final class Readings {
    /** A reading goes on for so many characters at most: longer ones nobody types. */
    private static final int LONGEST = 12;

    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|\\P{IsHan}+");

    private static final int SHORTEST_SOUND = 2;
    private static final int LONGEST_SOUND = 4;

    /** A merchant's name is in all of its offers, and a title in many. */
    private static final Cache<String, OfWord> KNOWN =
            Caffeine.newBuilder().maximumSize(20_000).build();

    private final Set<String> pinyin = new LinkedHashSet<>();
    private final Set<String> initials = new LinkedHashSet<>();
    private final Set<String> sounds = new LinkedHashSet<>();

    /** @param word normalised */
    void add(String word) {
        OfWord known = KNOWN.get(word, OfWord::of);
        pinyin.addAll(known.pinyin);
        initials.addAll(known.initials);
        sounds.addAll(known.sounds);
    }

    /** What one word adds. */
    private record OfWord(Set<String> pinyin, Set<String> initials, Set<String> sounds) {
        static OfWord of(String word) {
            OfWord found = new OfWord(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
            RUN.matcher(word).results().map(MatchResult::group).forEach(found::addRun);
            return found;
        }

        private void addRun(String run) {
            if (!Pinyin.isChinese(run)) {
                sounds.add(run);
                return;
            }
            List<String> syllables = Pinyin.syllables(run);
            for (int from = 0; from < syllables.size(); from++) {
                List<String> rest = syllables.subList(from, Math.min(syllables.size(), from + LONGEST));
                pinyin.add(String.join("", rest));
                initials.add(Pinyin.initials(rest));
                for (int length = SHORTEST_SOUND; length <= Math.min(LONGEST_SOUND, rest.size()); length++) {
                    sounds.add(String.join("", rest.subList(0, length)));
                }
            }
        }
    }

    String pinyin() {
        return tokens(pinyin);
    }

    String initials() {
        return tokens(initials);
    }

    String sounds() {
        return tokens(sounds);
    }

    private static String tokens(Set<String> tokens) {
        return tokens.stream().collect(Collectors.joining(" "));
    }
}
