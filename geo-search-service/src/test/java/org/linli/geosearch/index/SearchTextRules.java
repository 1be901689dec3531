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
}
