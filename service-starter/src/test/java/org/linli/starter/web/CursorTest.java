package org.linli.starter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void a_cursor_gives_back_its_parts() {
        Cursor cursor = Cursor.parse(Cursor.of("12.5", "0abc"), 2);

        assertThat(cursor).isNotNull();
        assertThat(cursor.number(0)).isEqualTo(12.5);
        assertThat(cursor.text(1)).isEqualTo("0abc");
        assertThat(Cursor.parse(null, 2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "abc", "//8=", "YQ", "gICA", "AAAA"})
    void anything_else_is_a_bad_parameter_named_after(String broken) {
        assertThatThrownBy(() -> Cursor.parse(broken, 2))
                .isInstanceOf(ProblemException.class)
                .hasMessage("400 invalid-parameter");
    }

    @Test
    void a_number_that_is_none_is_refused() {
        assertThatThrownBy(() -> Cursor.parse(Cursor.of("NaN", "x"), 2).number(0))
                .isInstanceOf(ProblemException.class);
    }
}
