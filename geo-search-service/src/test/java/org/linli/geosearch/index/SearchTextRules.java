package org.linli.geosearch.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rule G-3, keyword: contains, in any script. */
class SearchTextRules {
    @Test
    void every_character_is_a_token_and_spaces_and_fields_leave_gaps() {
        assertThat(SearchText.of("老火锅 A店", "餐饮")).isEqualTo("老 火 锅 ␣ a 店 ␣ 餐 饮 ␣");
    }

    @Test
    void words_are_split_at_any_space_and_normalised() {
        assertThat(SearchText.words(" ＫＦＣ　火锅\tCafé ")).isEqualTo(List.of("kfc", "火锅", "café"));
    }

    @Test
    void a_word_of_several_bytes_stays_one_character_a_token() {
        assertThat(SearchText.phrase("𠮷野家")).isEqualTo("𠮷 野 家");
    }

    @Test
    void nothing_but_spaces_and_gaps_is_no_word() {
        assertThat(SearchText.words(" 　␣ ")).isEmpty();
    }

    @Test
    void scripts_that_mean_the_same_are_the_same() {
        assertThat(SearchText.words("重慶火鍋")).isEqualTo(SearchText.words("重庆火锅"));
        assertThat(SearchText.words("ﾗｰﾒﾝ")).isEqualTo(SearchText.words("らーめん"));
        assertThat(SearchText.words("ラーメン")).isEqualTo(SearchText.words("らーめん"));
        assertThat(SearchText.words("ＨＧ")).containsExactly("hg");
    }

    @Test
    void names_without_traditional_characters_go_a_shorter_way_to_the_same_end() {
        Transliterator long_way =
                Transliterator.getInstance("NFKC; Lower; Traditional-Simplified; Katakana-Hiragana; NFC");
        List<String> texts = new ArrayList<>(Transliterator.getInstance("Traditional-Simplified")
                .toRules(false)
                .lines()
                .filter(rule -> rule.contains(">"))
                .map(rule -> rule.substring(0, rule.indexOf('>')).strip())
                .toList());
        assertThat(texts).hasSizeGreaterThan(4_000);
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < 4; c++) {
                text.append((char) ('A' + random.nextInt(50))).append((char) (0x4E00 + random.nextInt(0x5200)));
            }
            texts.add(text.toString());
        }
        for (String text : texts) {
            assertThat(SearchText.words(text)).containsExactly(long_way.transliterate(text));
        }
    }

    @Test
    void a_text_is_found_by_its_reading_from_each_character_on() {
        FindText text = FindText.of("重庆老火锅8折", "餐饮");

        assertThat(text.pinyin().split(" "))
                .contains("chongqinglaohuoguo", "laohuoguo", "huoguo", "guo", "zhe", "canyin");
        assertThat(text.initials().split(" ")).contains("cqlhg", "lhg", "hg", "cy");
        assertThat(text.sounds().split(" ")).contains("chongqing", "huoguo", "laohuoguo", "8");
        assertThat(text.head()).doesNotContain("餐");
    }

    @Test
    void latin_letters_and_chinese_characters_are_two_words() {
        assertThat(SearchText.runs("hg火锅店8折kfc")).containsExactly("hg", "火锅店8折", "kfc");
        assertThat(SearchText.runs("火guo")).containsExactly("火", "guo");
    }
}
