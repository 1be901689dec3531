package org.linli.user.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.web.ProblemException;

/** Identity numbers of residents: ISO 7064 MOD 11-2. */
class IdNumberRules {
    private static final String GOOD = "99000119900307001X";

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "99000119900307001X", "99000119900307001x"})
    void a_right_check_character_is_accepted_in_either_case(String given) {
        assertThat(IdNumber.of(given).characters()).isEqualTo(given.toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"990001199003070011", "", "9900", "99000119900307001", "ABCDEFGHIJKLMNOPQR"})
    void anything_else_is_refused_and_not_repeated(String given) {
        assertThatThrownBy(() -> IdNumber.of(given))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .noneMatch(error ->
                                        !given.isEmpty() && error.toString().contains(given)));
    }

    @Test
    void every_single_wrong_digit_is_noticed() {
        for (int place = 0; place < 17; place++) {
            char other = GOOD.charAt(place) == '9' ? '8' : '9';
            String wrong = GOOD.substring(0, place) + other + GOOD.substring(place + 1);
            assertThatThrownBy(() -> IdNumber.of(wrong)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void its_text_is_masked() {
        assertThat(IdNumber.of(GOOD).toString()).isEqualTo("990***********" + GOOD.substring(14));
    }
}
