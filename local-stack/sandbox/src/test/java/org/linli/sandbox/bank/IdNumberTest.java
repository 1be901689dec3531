package org.linli.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {
    /** The example that the standard itself prints. */
    private static final String EXAMPLE = "11010519491231002X";

    @Test
    void the_example_of_the_standard_is_good_in_either_case() {
        assertThat(IdNumber.of(EXAMPLE).value()).isEqualTo(EXAMPLE);
        assertThat(IdNumber.of("11010519491231002x")).isEqualTo(IdNumber.of(EXAMPLE));
        assertThat(IdNumber.of(110_105, LocalDate.of(1949, 12, 31), 2).value()).isEqualTo(EXAMPLE);
    }

    @Test
    void every_other_check_character_is_refused() {
        long good = Stream.of("0123456789X".split(""))
                .filter(check -> isGood("11010519491231002" + check))
                .count();
        assertThat(good).isEqualTo(1);
    }

    @Test
    void a_digit_mistyped_or_two_neighbours_swapped_are_noticed() {
        assertThat(isGood("11010519491231003X")).isFalse();
        assertThat(isGood("11015019491231002X")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "110105491231002", "1101051949123100X2", "１1010519491231002X"})
    void another_form_is_refused_without_repeating_it(String written) {
        assertThatThrownBy(() -> IdNumber.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("idNumber (expected:");
    }

    @Test
    void a_day_that_does_not_exist_is_refused_even_with_a_right_check_character() {
        long good = Stream.of("0123456789X".split(""))
                .filter(check -> isGood("99010119900231001" + check))
                .count();
        assertThat(good).isZero();
    }

    private static boolean isGood(String written) {
        try {
            IdNumber.of(written);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
