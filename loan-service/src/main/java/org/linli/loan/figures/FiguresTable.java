package org.linli.loan.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.Stage;
import org.linli.loan.figures.ClockFigures.Line;
import org.linli.loan.figures.ClockFigures.Report;
import org.linli.starter.table.Table;
import org.linli.starter.table.TableFormat;

/** A report as a table: a heading, a line each, and the sum. */
final class FiguresTable {
    private FiguresTable() {}

    static byte[] write(Report report, String[] heading, String total, TableFormat format) {
        Table table = new Table("figures", heading);
        report.lines().forEach(line -> table.add(row(line.key(), line)));
        table.add(row(total, report.total()));
        return table.write(format);
    }

    private static List<@Nullable Object> row(String key, Line line) {
        Tally.Figures figures = line.figures();
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                key,
                figures.applications(),
                figures.withdrawn(),
                figures.decided(),
                figures.approved(),
                figures.approvalRatePercent(),
                figures.workingDaysToDecision()));
        for (Stage stage : Stage.values()) {
            if (stage.isOpen()) {
                cells.add(figures.workingDays().get(stage));
            }
        }
        cells.add(figures.breaches());
        return cells;
    }
}
