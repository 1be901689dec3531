package org.linli.loan.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.CaseHistory;
import org.linli.loan.application.CaseHistory.Step;
import org.linli.loan.application.CaseHistory.Wait;
import org.linli.loan.application.Stage;
import org.linli.loan.calendar.kernel.WorkingHours;

/** Adds cases up. Time in which the bank waited for the customer is not the bank's. */
final class Tally {
    private static final int DIGITS = 2;

    private final WorkingHours hours;
    private final Map<Stage, Span> perStage = new EnumMap<>(Stage.class);
    private final Span toDecision = new Span();
    private int applications;
    private int withdrawn;
    private int decided;
    private int approved;
    private int breaches;

    Tally(WorkingHours hours) {
        this.hours = hours;
    }

    void add(CaseHistory one) {
        applications++;
        breaches += one.breaches();
        withdrawn += one.stage() == Stage.WITHDRAWN ? 1 : 0;
        Optional<Instant> decision = one.decidedAt();
        if (decision.isPresent()) {
            decided++;
            approved += one.approved().orElse(false) ? 1 : 0;
            toDecision.add(worked(one.submittedAt(), decision.get(), one.waits()));
        }
        for (Step step : one.steps()) {
            Instant left = step.leftAt();
            if (left != null && step.stage().isOpen()) {
                perStage.computeIfAbsent(step.stage(), stage -> new Span())
                        .add(worked(step.enteredAt(), left, one.waits()));
            }
        }
    }

    private Duration worked(Instant from, Instant to, List<Wait> waits) {
        Duration worked = hours.between(from, to);
        for (Wait wait : waits) {
            Instant end = wait.until();
            Instant begin = wait.from().isAfter(from) ? wait.from() : from;
            Instant stop = end == null || end.isAfter(to) ? to : end;
            worked = worked.minus(hours.between(begin, stop));
        }
        return worked;
    }

    Figures figures() {
        Map<Stage, BigDecimal> averages = new EnumMap<>(Stage.class);
        perStage.forEach((stage, span) -> averages.put(stage, span.averageDays(hours)));
        return new Figures(
                applications,
                withdrawn,
                decided,
                approved,
                decided == 0 ? null : percent(approved, decided),
                decided == 0 ? null : toDecision.averageDays(hours),
                averages,
                breaches);
    }

    private static BigDecimal percent(int part, int whole) {
        return BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
    }

    private static final class Span {
        private Duration sum = Duration.ZERO;
        private int count;

        void add(Duration one) {
            sum = sum.plus(one);
            count++;
        }

        BigDecimal averageDays(WorkingHours hours) {
            BigDecimal days = BigDecimal.valueOf(count)
                    .multiply(BigDecimal.valueOf(hours.perDay().toSeconds()));
            return BigDecimal.valueOf(sum.toSeconds()).divide(days, DIGITS, RoundingMode.HALF_UP);
        }
    }

    /**
     * The sums of one line.
     *
     * @param approvalRatePercent of the decided ones; null before the first decision, not zero
     * @param workingDaysToDecision on average; null likewise
     * @param workingDays on average per stage that was finished
     */
    record Figures(
            int applications,
            int withdrawn,
            int decided,
            int approved,
            @Nullable BigDecimal approvalRatePercent,
            @Nullable BigDecimal workingDaysToDecision,
            Map<Stage, BigDecimal> workingDays,
            int breaches) {}
}
