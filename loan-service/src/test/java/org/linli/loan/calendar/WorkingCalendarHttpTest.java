package org.linli.loan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

class WorkingCalendarHttpTest extends RunningService {
    private static final String CALENDAR = "/api/v1/admin/working-calendar";

    private final String admin = Tokens.staff("ADMINISTRATOR", "hq", "/hq/");

    @Autowired
    private WorkingCalendar calendar;

    @Test
    void the_shipped_years_are_known_with_holidays_and_make_up_days() {
        Http.Answer year = http.get(CALENDAR + "?year=2026", admin);
        assertThat(year.text("known")).isEqualTo("true");
        assertThat(year.each("days", "date")).contains("2026-10-01", "2026-10-10");
        assertThat(calendar.days().isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(calendar.knows(2027)).isTrue();
    }

    @Test
    void of_a_year_nobody_knows_only_weekends_are_free_and_it_says_so() {
        assertThat(http.get(CALENDAR + "?year=2031", admin).text("known")).isEqualTo("false");
    }

    @Test
    void an_import_replaces_the_years_that_it_names_and_no_other() {
        String first = "date,kind,name\n2029-01-01,HOLIDAY,元旦\n2030-01-01,HOLIDAY,元旦\n";
        Http.Answer imported = take(first);
        assertThat(imported.status()).isEqualTo(200);
        assertThat(imported.body().path("years").toString()).isEqualTo("[2029,2030]");
        take("date,kind,name\n2029-01-02,HOLIDAY,元旦\n");
        assertThat(http.get(CALENDAR + "?year=2029", admin).each("days", "date"))
                .containsExactly("2029-01-02");
        assertThat(http.get(CALENDAR + "?year=2030", admin).each("days", "date"))
                .containsExactly("2030-01-01");
        assertThat(calendar.days().isWorkingDay(LocalDate.of(2029, 1, 2))).isFalse();
    }

    @Test
    void a_file_with_a_bad_row_changes_nothing_and_names_it() {
        Http.Answer refused = take("date,kind,name\n2032-01-01,HOLIDAY,元旦\nx,HOLIDAY,y\n");
        assertThat(refused.problem()).isEqualTo("422 calendar-not-understood");
        assertThat(refused.fields()).containsExactly("line 3");
        assertThat(calendar.knows(2032)).isFalse();
        assertThat(take("").status()).isIn(400, 422);
    }

    @Test
    void who_manages_one_branch_only_does_not_change_the_banks_calendar() {
        String branch = Tokens.staff("ADMINISTRATOR", "B01", "/hq/B01/");
        assertThat(http.post(CALENDAR + "/imports", branch, "date,kind,name\n", "Content-Type", "text/csv")
                        .problem())
                .isEqualTo("403 forbidden");
    }

    private Http.Answer take(String csv) {
        return http.post(CALENDAR + "/imports", admin, csv, "Content-Type", "text/csv;charset=UTF-8");
    }
}
