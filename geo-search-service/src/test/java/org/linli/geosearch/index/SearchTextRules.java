package org.linli.geosearch.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
