package org.linli.loan.marketing;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.table.Table;
import org.linli.starter.table.TableFormat;

/** Conversion figures as a file: a heading and a line each. */
final class ConversionTable {
    private ConversionTable() {}

    static byte[] of(List<Conversion> figures, String[] heading, TableFormat format) {
        Table table = new Table("conversion", heading);
        figures.forEach(line -> table.add(row(line)));
        return table.write(format);
    }

    private static List<@Nullable Object> row(Conversion line) {
        return Arrays.asList(
                line.managerId(),
                line.areaId(),
                line.visits(),
                line.minutes(),
                line.merchants(),
                line.applications(),
                line.applicationPercent(),
                line.loans(),
                line.loanPercent());
    }
}
