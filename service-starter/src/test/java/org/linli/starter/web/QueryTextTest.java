package org.linli.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"q=%ff%fe", "q=%e7%81", "q=%c0%af", "q=%ed%a0%80", "q=%zz", "q=%e", "q=%", "a=1&q=%ff&b=2"})
    void a_value_that_is_no_utf8_is_found_by_its_name(String query) {
        assertThat(QueryText.unreadableField(query)).isEqualTo("q");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "q", "q=", "q=%E7%81%AB%E9%94%85", "q=a+b%20c", "%E7%81%AB=1", "q==&&=x%41", "q=%F0%A0%AE%B7"
            })
    void whatever_can_be_read_passes(String query) {
        assertThat(QueryText.unreadableField(query)).isNull();
    }

    @Test
    void a_name_that_cannot_be_read_is_called_the_query() {
        assertThat(QueryText.unreadableField("%ff=1")).isEqualTo("query");
        assertThat(QueryText.unreadableField(null)).isNull();
    }
}
