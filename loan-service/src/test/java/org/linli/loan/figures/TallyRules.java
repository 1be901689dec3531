package org.linli.loan.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.loan.application.CaseHistory;
import org.linli.loan.application.CaseHistory.Step;
import org.linli.loan.application.CaseHistory.Wait;
import org.linli.loan.application.Stage;
import org.linli.loan.calendar.kernel.WorkingDays;
import org.linli.loan.calendar.kernel.WorkingHours;

/** Rule L-40, part: the clocks' figures, in working days, without the time in which the customer was asked. */
class TallyRules {
    private static final WorkingHours HOURS = new WorkingHours(
            WorkingDays.weekdays(), LocalTime.of(8, 0), LocalTime.of(18, 0), ZoneId.of("Asia/Shanghai"));

    /** Openings of Monday to Friday, and of the next Monday. */
    private static final Instant MONDAY = Instant.parse("2026-03-09T00:00:00Z");

    private static final Instant TUESDAY = Instant.parse("2026-03-10T00:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-03-12T00:00:00Z");
    private static final Instant NEXT_MONDAY = Instant.parse("2026-03-16T00:00:00Z");

    private final Tally tally = new Tally(HOURS);

    @Test
    void a_weekend_counts_nothing() {
        tally.add(decided(Stage.CONTRACT, List.of()));
        assertThat(tally.figures().workingDaysToDecision()).isEqualByComparingTo("5.00");
        assertThat(tally.figures().workingDays().get(Stage.SUBMITTED)).isEqualByComparingTo("1.00");
        assertThat(tally.figures().workingDays().get(Stage.APPROVAL)).isEqualByComparingTo("2.00");
    }

    @Test
    void time_in_which_the_customer_was_asked_is_not_the_banks() {
        tally.add(decided(Stage.CONTRACT, List.of(new Wait(TUESDAY, THURSDAY))));
        assertThat(tally.figures().workingDaysToDecision()).isEqualByComparingTo("3.00");
        assertThat(tally.figures().workingDays().get(Stage.INVESTIGATION)).isEqualByComparingTo("0.00");
    }

    @Test
    void the_rate_is_of_the_decided_ones_and_unknown_without_any() {
        tally.add(new CaseHistory(
                "a0",
                "B01",
                null,
                "MICRO",
                MONDAY,
                Stage.SUBMITTED,
                List.of(new Step(Stage.SUBMITTED, MONDAY, null)),
                List.of(),
                0));
        assertThat(tally.figures().approvalRatePercent()).isNull();
        tally.add(decided(Stage.CONTRACT, List.of()));
        tally.add(decided(Stage.DECLINED, List.of()));
        tally.add(decided(Stage.CONTRACT, List.of()));
        assertThat(tally.figures().approvalRatePercent()).isEqualByComparingTo("66.67");
        assertThat(tally.figures().applications()).isEqualTo(4);
    }

    @Test
    void an_appeal_changes_the_outcome_but_not_the_time_of_the_first_decision() {
        tally.add(new CaseHistory(
                "a2",
                "B01",
                null,
                "MICRO",
                MONDAY,
                Stage.CONTRACT,
                List.of(
                        new Step(Stage.APPROVAL, MONDAY, TUESDAY),
                        new Step(Stage.DECLINED, TUESDAY, THURSDAY),
                        new Step(Stage.APPROVAL, THURSDAY, NEXT_MONDAY),
                        new Step(Stage.CONTRACT, NEXT_MONDAY, null)),
                List.of(),
                0));
        assertThat(tally.figures().workingDaysToDecision()).isEqualByComparingTo("1.00");
        assertThat(tally.figures().approved()).isEqualTo(1);
    }

    private static CaseHistory decided(Stage outcome, List<Wait> waits) {
        return new CaseHistory(
                "a1",
                "B01",
                "manager-1",
                "MICRO",
                MONDAY,
                outcome,
                List.of(
                        new Step(Stage.SUBMITTED, MONDAY, TUESDAY),
                        new Step(Stage.INVESTIGATION, TUESDAY, THURSDAY),
                        new Step(Stage.APPROVAL, THURSDAY, NEXT_MONDAY),
                        new Step(outcome, NEXT_MONDAY, null)),
                waits,
                1);
    }
}
