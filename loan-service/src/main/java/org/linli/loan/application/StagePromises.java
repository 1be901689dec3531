package org.linli.loan.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/** The sunshine clocks (rule L-1): until when the bank promises to finish what. */
record StagePromises(Map<Stage, Integer> days, LocalTime closingTime) {
    static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");

    StagePromises {
        days = Map.copyOf(days);
    }

    static LocalDate businessDate(Instant at) {
        return at.atZone(BANK_ZONE).toLocalDate();
    }

    Instant dueAt(Stage stage, Instant enteredAt) {
        return closing(enteredAt, days.getOrDefault(stage, 0));
    }

    Instant decisionDueAt(Instant submittedAt) {
        return closing(submittedAt, daysToDecision());
    }

    int daysToDecision() {
        return days.entrySet().stream()
                .filter(entry -> entry.getKey().beforeDecision())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private Instant closing(Instant from, int daysLater) {
        return businessDate(from)
                .plusDays(daysLater)
                .atTime(closingTime)
                .atZone(BANK_ZONE)
                .toInstant();
    }
}
