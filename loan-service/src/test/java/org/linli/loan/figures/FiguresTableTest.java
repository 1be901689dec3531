package org.linli.loan.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.table.TableFormat;

class FiguresTableTest {
    private static final String[] HEADING = "a,b,c,d,e,f,g,h,i,j,k,l,m".split(",");

    @Test
    void a_csv_has_a_heading_a_line_each_and_the_sum_and_no_formula() {
        String csv =
                new String(FiguresTable.write(report("=1+1"), HEADING, "合计", TableFormat.csv), StandardCharsets.UTF_8);
        assertThat(csv.lines())
                .containsExactly("\ufeffa,b,c,d,e,f,g,h,i,j,k,l,m", "'=1+1,2,0,0,0,,,,,,,,1", "合计,2,0,0,0,,,,,,,,1");
    }

    @Test
    void a_sheet_is_a_zip_that_spreadsheets_open() {
        byte[] xlsx = FiguresTable.write(report("B01"), HEADING, "合计", TableFormat.xlsx);
        assertThat(new String(xlsx, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    private static ClockFigures.Report report(String key) {
        Tally.Figures figures = new Tally.Figures(2, 0, 0, 0, null, null, Map.of(), 1);
        LocalDate day = LocalDate.of(2026, 3, 10);
        return new ClockFigures.Report(
                day,
                day,
                ClockFigures.By.BRANCH,
                List.of(new ClockFigures.Line(key, figures)),
                new ClockFigures.Line("", figures));
    }
}
