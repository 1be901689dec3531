package org.linli.user.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.web.ProblemException;

class PhoneRules {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000001",
                "+8613800000001",
                "8613800000001",
                "008613800000001",
                "138 0000 0001",
                "138-0000-0001"
            })
    void every_way_of_writing_a_number_is_the_same_number(String given) {
        assertThat(Phone.of(given)).isEqualTo(new Phone("13800000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1380000000", "138000000011", "12800000001", "0571888888", "1380000000a", "١٣٨٠٠٠٠٠٠٠١"})
    void anything_else_is_refused_without_repeating_it(String given) {
        assertThatThrownBy(() -> Phone.of(given))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.errors().toString())
                                .contains("expected: 11 digits")
                                .doesNotContain(given.isEmpty() ? "\u0000" : given));
    }

    @ParameterizedTest
    @ValueSource(strings = "13812345678")
    void its_text_never_shows_the_whole_number(String given) {
        assertThat(Phone.of(given)).hasToString("138****5678");
    }
}
