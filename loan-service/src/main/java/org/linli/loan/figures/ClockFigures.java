package org.linli.loan.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.CaseHistory;
import org.linli.loan.application.LoanCases;
import org.linli.loan.calendar.kernel.WorkingHours;
import org.linli.loan.figures.Tally.Figures;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** The clocks' figures of everything submitted in a period, within the caller's data scope (rules L-40, P-1). */
@Component
class ClockFigures {
    private static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");
    /** Rule L-1. */
    private static final BigDecimal MOST_DAYS_TO_DECISION = BigDecimal.valueOf(15);

    private static final String NOBODY = "";

    private final LoanCases cases;

    ClockFigures(LoanCases cases) {
        this.cases = cases;
    }

    /** What a line of the report is about. */
    enum By {
        BRANCH,
        MANAGER,
        PRODUCT,
        MONTH
    }

    record Line(String key, Figures figures) {
        /** Whether the average to the decision keeps the promise; null before the first decision. */
        @Nullable Boolean withinPromise() {
            BigDecimal days = figures.workingDaysToDecision();
            return days == null ? null : days.compareTo(MOST_DAYS_TO_DECISION) <= 0;
        }
    }

    record Report(LocalDate from, LocalDate to, By by, List<Line> lines, Line total) {}

    /** @param to inclusive */
    Report of(LocalDate from, LocalDate to, By by, Caller caller) {
        WorkingHours hours = cases.workingHours();
        Map<String, Tally> tallies = new TreeMap<>();
        Tally total = new Tally(hours);
        cases.histories(
                caller.scope(),
                from.atStartOfDay(BANK_ZONE).toInstant(),
                to.plusDays(1).atStartOfDay(BANK_ZONE).toInstant(),
                one -> {
                    total.add(one);
                    tallies.computeIfAbsent(key(one, by), key -> new Tally(hours))
                            .add(one);
                });
        List<Line> lines = tallies.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue().figures()))
                .toList();
        return new Report(from, to, by, lines, new Line("", total.figures()));
    }

    private static String key(CaseHistory one, By by) {
        String manager = one.managerId();
        return switch (by) {
            case BRANCH -> one.branchId();
            case MANAGER -> manager == null ? NOBODY : manager;
            case PRODUCT -> one.productCode();
            case MONTH -> YearMonth.from(one.submittedAt().atZone(BANK_ZONE)).toString();
        };
    }
}
