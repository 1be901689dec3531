package org.linli.loan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A calendar is taken whole or not at all, and every bad row is named. */
class CalendarFileRules {
    @Test
    void remarks_and_a_byte_order_mark_are_no_rows() {
        CalendarFile file = CalendarFile.read("\uFEFF# 2028\ndate,kind,name\n2028-01-01,HOLIDAY,元旦\n");
        assertThat(file.badRows()).isEmpty();
        assertThat(file.days()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2028-02-30,HOLIDAY,春节 | date
            1999-01-01,HOLIDAY,元旦 | date
            2028-01-01,FREE,元旦 | kind
            2028-01-01,HOLIDAY, | name
            2028-01-03,WORKING,元旦 | no-weekend
            2028-01-01,HOLIDAY | columns
            """)
    void a_bad_row_is_named_with_its_line(String row, String code) {
        CalendarFile file = CalendarFile.read("date,kind,name\n2028-01-01,HOLIDAY,元旦\n" + row + "\n");
        assertThat(file.badRows()).containsExactly(new CalendarFile.BadRow(3, code));
    }

    @Test
    void a_day_that_is_there_twice_is_a_mistake() {
        String row = "2028-01-01,HOLIDAY,元旦\n";
        assertThat(CalendarFile.read("date,kind,name\n" + row + row).badRows())
                .extracting(CalendarFile.BadRow::code)
                .containsExactly("twice");
    }

    @Test
    void too_many_rows_are_no_calendar() {
        StringBuilder rows = new StringBuilder("date,kind,name\n");
        for (int i = 0; i <= CalendarFile.MOST_ROWS; i++) {
            rows.append("x,HOLIDAY,y\n");
        }
        assertThat(CalendarFile.read(rows.toString()).badRows())
                .extracting(CalendarFile.BadRow::code)
                .containsExactly("too-many-rows");
    }
}
