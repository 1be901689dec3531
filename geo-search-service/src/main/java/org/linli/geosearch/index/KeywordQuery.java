package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * How a word finds a text (rule G-3), and what each way is worth. Constant scores, whole numbers: the same on every
 * shard and replica, so that paging by relevance is stable and a ranking can be explained. Of one word the best way
 * counts; the words' values add up.
 */
final class KeywordQuery {
    private static final int TITLE = 16;
    private static final int CONTAINED = 12;
    private static final int PINYIN = 8;
    private static final int INITIALS = 6;
    private static final int SOUNDS_LIKE = 4;
    private static final int TYPO = 2;

    private static final int SHORTEST_READING = 2;
    private static final int SHORTEST_WITH_TYPO = 4;
    private static final int SHORTEST_CHINESE_WITH_TYPO = 3;
    private static final int LONGEST_CHINESE_WITH_TYPO = 8;

    private final Keywords keywords;
    private final boolean explained;

    KeywordQuery(Keywords keywords, boolean explained) {
        this.keywords = keywords;
        this.explained = explained;
    }

    /** One query per word, all of which must match. */
    List<Query> words() {
        return keywords.words().stream()
                .map(SearchText::runs)
                .flatMap(List::stream)
                .map(this::anyWay)
                .toList();
    }

    private Query anyWay(String word) {
        List<Query> ways = new ArrayList<>();
        ways.add(way(word, "title", TITLE, phrase("find.head", word)));
        ways.add(way(word, "contained", CONTAINED, phrase("find.text", word)));
        if (isLatin(word)) {
            addReadings(word, ways);
        } else if (keywords.withTypos() && Pinyin.isChinese(word)) {
            addChineseTypos(word, ways);
        }
        return Query.of(query -> query.disMax(best -> best.queries(ways).tieBreaker(0.0)));
    }

    private void addReadings(String latin, List<Query> ways) {
        String word = latin.replace('ü', 'v');
        if (word.length() >= SHORTEST_READING) {
            ways.add(way(word, "pinyin", PINYIN, prefix("find.pinyin", word)));
            ways.add(way(word, "initials", INITIALS, prefix("find.initials", word)));
        }
        if (keywords.withTypos() && word.length() >= SHORTEST_WITH_TYPO) {
            ways.add(way(
                    word,
                    "typo",
                    TYPO,
                    Query.of(query -> query.fuzzy(
                            fuzzy -> fuzzy.field("find.sounds").value(word).fuzziness("1")))));
        }
    }

    /** Most wrong characters sound like the right ones: that is how Chinese is typed. */
    private void addChineseTypos(String word, List<Query> ways) {
        int length = word.codePointCount(0, word.length());
        if (length >= SHORTEST_READING) {
            String reading = String.join("", Pinyin.syllables(word));
            ways.add(way(word, "sounds-like", SOUNDS_LIKE, prefix("find.pinyin", reading)));
        }
        if (length >= SHORTEST_CHINESE_WITH_TYPO && length <= LONGEST_CHINESE_WITH_TYPO) {
            ways.add(way(word, "typo", TYPO, Query.of(query -> query.bool(any -> any.should(allButOne(word))))));
        }
    }

    private static List<Query> allButOne(String word) {
        int[] characters = word.codePoints().toArray();
        List<Query> variants = new ArrayList<>();
        for (int wrong = 0; wrong < characters.length; wrong++) {
            List<Query> parts = new ArrayList<>();
            addPart(new String(characters, 0, wrong), parts);
            addPart(new String(characters, wrong + 1, characters.length - wrong - 1), parts);
            variants.add(Query.of(query -> query.bool(all -> all.filter(parts))));
        }
        return variants;
    }

    private static void addPart(String part, List<Query> parts) {
        if (!part.isEmpty()) {
            parts.add(phrase("find.text", part));
        }
    }

    private Query way(String word, String name, int worth, Query condition) {
        return Query.of(query -> query.constantScore(constant -> {
            constant.filter(condition).boost((float) worth);
            return explained ? constant.queryName(word + ":" + name) : constant;
        }));
    }

    private static Query phrase(String field, String word) {
        return Query.of(query -> query.matchPhrase(match -> match.field(field).query(SearchText.phrase(word))));
    }

    private static Query prefix(String field, String word) {
        return Query.of(query -> query.prefix(prefix -> prefix.field(field).value(word)));
    }

    private static boolean isLatin(String word) {
        return word.codePoints().allMatch(SearchText::isLetter);
    }
}
