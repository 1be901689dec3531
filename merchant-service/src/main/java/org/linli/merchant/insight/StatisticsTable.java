package org.linli.merchant.insight;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.table.Table;
import org.linli.starter.table.TableFormat;

/** A report as a table: a heading, a line each, and the sum. Amounts are in yuan, the way people read them. */
final class StatisticsTable {
    private static final int FEN_DIGITS = 2;

    private StatisticsTable() {}

    static byte[] write(Report report, String[] heading, String total, TableFormat format) {
        Table table = new Table("statistics", heading);
        report.lines().forEach(line -> table.add(row(line.key(), line.name(), line.figures())));
        table.add(row(total, null, report.total()));
        return table.write(format);
    }

    private static List<@Nullable Object> row(String key, @Nullable String name, Figures figures) {
        return Arrays.asList(
                key,
                name,
                figures.views(),
                figures.claims(),
                figures.redemptions(),
                figures.newCustomers(),
                figures.returningVisits(),
                figures.claimRate(),
                figures.redemptionRate(),
                figures.billed(),
                figures.billed() == 0 ? null : BigDecimal.valueOf(figures.turnoverFen(), FEN_DIGITS));
    }
}
