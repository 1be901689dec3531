package org.linli.geosearch.index;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How Chinese is read, without tones, as it is typed: {@code ü} is {@code v}. Knows phrases: 重庆 is not zhongqing. */
final class Pinyin {
    private static final String BETWEEN = "|";

    private Pinyin() {}

    static boolean isChinese(String text) {
        return text.codePoints().allMatch(Pinyin::isChinese);
    }

    static boolean isChinese(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    /** Characters that have no reading stand for themselves. */
    static List<String> syllables(String chinese) {
        return Arrays.stream(PinyinHelper.toPinyin(chinese, PinyinStyleEnum.NORMAL, BETWEEN)
                        .split("\\" + BETWEEN))
                .filter(syllable -> !syllable.isEmpty())
                .map(syllable -> syllable.replace('ü', 'v'))
                .toList();
    }

    static String initials(List<String> syllables) {
        return syllables.stream()
                .map(syllable -> syllable.substring(0, syllable.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }
}
