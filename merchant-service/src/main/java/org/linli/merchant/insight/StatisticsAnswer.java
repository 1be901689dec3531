package org.linli.merchant.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures as callers see them. */
record StatisticsAnswer(LocalDate from, LocalDate to, String by, Row total, List<Line> items, boolean cut) {
    /**
     * @param views counted roughly
     * @param turnoverFen absent when no cashier said what was paid: unknown is not nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            long views,
            long claims,
            long redemptions,
            long newCustomers,
            long returningVisits,
            @Nullable BigDecimal claimRate,
            @Nullable BigDecimal redemptionRate,
            long billedRedemptions,
            @Nullable Long turnoverFen) {
        static Row of(Figures figures) {
            return new Row(
                    figures.views(),
                    figures.claims(),
                    figures.redemptions(),
                    figures.newCustomers(),
                    figures.returningVisits(),
                    figures.claimRate(),
                    figures.redemptionRate(),
                    figures.billed(),
                    figures.billed() == 0 ? null : figures.turnoverFen());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String key, @Nullable String name, Row figures) {}

    static StatisticsAnswer of(Report report, Enum<?> by) {
        return new StatisticsAnswer(
                report.from(),
                report.to(),
                by.name(),
                Row.of(report.total()),
                report.lines().stream()
                        .map(line -> new Line(line.key(), line.name(), Row.of(line.figures())))
                        .toList(),
                report.cut());
    }
}
