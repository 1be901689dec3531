package org.linli.loan.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.linli.loan.calendar.kernel.WorkingHours;

/** The sunshine clocks (rule L-1): until when the bank promises to finish what, in working days. */
record StagePromises(Map<Stage, Integer> days, WorkingHours hours) {
    static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");

    StagePromises {
        days = Map.copyOf(days);
    }

    static LocalDate businessDate(Instant at) {
        return at.atZone(BANK_ZONE).toLocalDate();
    }

    Instant dueAt(Stage stage, Instant enteredAt) {
        return hours.closingAfter(enteredAt, days.getOrDefault(stage, 0));
    }

    Instant decisionDueAt(Instant submittedAt) {
        return hours.closingAfter(submittedAt, daysToDecision(days));
    }

    /** The promise moves by as many working days as the bank waited; hours of one day move nothing. */
    Instant later(Instant dueAt, Instant waitingSince, Instant until) {
        int waited = hours.days().between(businessDate(waitingSince), businessDate(until));
        return waited == 0 ? dueAt : hours.closingAfter(dueAt, waited);
    }

    /** Whole working days until then, today's not counted; negative when it is past. */
    int daysLeft(Instant dueAt, Instant now) {
        LocalDate due = businessDate(dueAt);
        LocalDate today = businessDate(now);
        return due.isBefore(today)
                ? -hours.days().between(due, today)
                : hours.days().between(today, due);
    }

    static int daysToDecision(Map<Stage, Integer> days) {
        return days.entrySet().stream()
                .filter(entry -> entry.getKey().beforeDecision())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
