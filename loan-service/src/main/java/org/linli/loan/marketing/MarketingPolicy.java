package org.linli.loan.marketing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.linli.loan.marketing.MarketingOutcome.Reason;

/** What a plan and a report must be like (rule L-11). */
record MarketingPolicy(int weeklyVisits, int weeklyMinutes) {
    /** Clocks of devices are not ours. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    /** Bad networks hold a report up for days, not for months. */
    private static final Duration OLDEST = Duration.ofDays(31);

    private static final int LATEST_FOLLOW_UP_DAYS = 366;

    Optional<Reason> against(BusinessWeek week, List<Plan.Stop> stops) {
        if (!stops.stream().allMatch(stop -> week.holds(stop.on()))) {
            return Optional.of(Reason.OUTSIDE_WEEK);
        }
        if (stops.size() < weeklyVisits) {
            return Optional.of(Reason.TOO_FEW_VISITS);
        }
        return Plan.minutes(stops) < weeklyMinutes ? Optional.of(Reason.TOO_FEW_MINUTES) : Optional.empty();
    }

    static Optional<Reason> against(Visit.Report report, Instant now) {
        if (report.startedAt().isAfter(now.plus(SKEW))) {
            return Optional.of(Reason.IN_FUTURE);
        }
        if (report.startedAt().isBefore(now.minus(OLDEST))) {
            return Optional.of(Reason.TOO_LONG_AGO);
        }
        LocalDate again = report.followUpOn();
        LocalDate on = BusinessWeek.dateOf(report.startedAt());
        boolean wrong = again != null && (!again.isAfter(on) || again.isAfter(on.plusDays(LATEST_FOLLOW_UP_DAYS)));
        return wrong ? Optional.of(Reason.FOLLOW_UP_NOT_LATER) : Optional.empty();
    }
}
