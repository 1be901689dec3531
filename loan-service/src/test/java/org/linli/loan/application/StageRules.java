package org.linli.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.loan.application.ApplicationExamples.PROMISES;
import static org.linli.loan.application.ApplicationExamples.aSubmission;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.starter.outbox.OutboxEvent;

/** Rule L-1: every stage has a promised time and someone responsible. */
class StageRules {
    private static final Instant MORNING = Instant.parse("2026-03-10T01:00:00Z");
    private static final WayBack WANTED = new WayBack("clerk-1", "x", MORNING);

    @Test
    void a_promise_falls_due_at_closing_time_of_a_later_day_in_shanghai() {
        assertThat(PROMISES.dueAt(Stage.SUBMITTED, MORNING)).isEqualTo("2026-03-12T09:30:00Z");
        assertThat(PROMISES.dueAt(Stage.SUBMITTED, Instant.parse("2026-03-10T16:00:00Z")))
                .as("already the next day in Shanghai")
                .isEqualTo("2026-03-13T09:30:00Z");
    }

    @Test
    void the_decision_is_promised_for_the_sum_of_the_stages_before_it() {
        assertThat(StagePromises.daysToDecision(PROMISES.days())).isEqualTo(13);
        assertThat(PROMISES.decisionDueAt(MORNING)).isEqualTo("2026-03-27T09:30:00Z");
    }

    @Test
    void a_submitted_application_waits_for_its_branchs_account_manager() {
        LoanApplication application = submitted();
        assertThat(application.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(application.responsible()).isEqualTo(new Responsible("B01", "ACCOUNT_MANAGER"));
        assertThat(application.stageDueAt()).isEqualTo("2026-03-12T09:30:00Z");
    }

    @Test
    void a_promise_is_broken_after_its_time_not_at_it() {
        LoanApplication application = submitted();
        assertThat(application.isOverdue(application.stageDueAt())).isFalse();
        assertThat(application.isOverdue(application.stageDueAt().plusMillis(1)))
                .isTrue();
    }

    @Test
    void complete_papers_open_the_investigation_with_a_clock_of_its_own() {
        LoanApplication application = submitted();
        Instant nextDay = Instant.parse("2026-03-11T01:00:00Z");
        assertThat(application.enter(Stage.INVESTIGATION, "manager-1", nextDay, PROMISES))
                .isEqualTo(new StageOutcome.Entered(application));
        assertThat(application.stageDueAt()).isEqualTo("2026-03-20T09:30:00Z");
        assertThat(application.history()).extracting(StageEntry::by).containsExactly("owner-1", "manager-1");
    }

    @Test
    void no_other_stage_is_entered_by_hand() {
        for (Stage target : Stage.values()) {
            LoanApplication investigated = submitted();
            investigated.enter(Stage.INVESTIGATION, "manager-1", MORNING, PROMISES);
            assertThat(investigated.enter(target, "manager-1", MORNING, PROMISES))
                    .isEqualTo(new StageOutcome.IllegalStage(Stage.INVESTIGATION, target));
        }
        assertThat(Arrays.stream(Stage.values())
                        .filter(stage -> stage.enteredByHand().isPresent()))
                .containsExactly(Stage.SUBMITTED);
    }

    @Test
    void a_refused_move_changes_nothing() {
        LoanApplication application = submitted();
        application.enter(Stage.DISBURSEMENT, "manager-1", MORNING, PROMISES);
        assertThat(application.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(application.outbox()).hasSize(1);
    }

    @Test
    void every_step_is_told_to_the_world_in_order() {
        LoanApplication application = submitted();
        application.enter(Stage.INVESTIGATION, "manager-1", MORNING, PROMISES);
        assertThat(application.outbox())
                .extracting(OutboxEvent::type)
                .containsExactly("application-submitted", "stage-entered");
        assertThat(application.outbox()).extracting(OutboxEvent::sequence).containsExactly(1L, 2L);
    }

    @Test
    void a_case_moves_only_along_the_ways_that_lead_from_its_stage() {
        LoanApplication application = submitted();
        assertThat(application.move(Stage.DISBURSED, "clerk-1", MORNING, PROMISES))
                .as("no stage is skipped")
                .isEqualTo(new StageOutcome.IllegalStage(Stage.SUBMITTED, Stage.DISBURSED));
        for (Stage next :
                List.of(Stage.INVESTIGATION, Stage.APPROVAL, Stage.CONTRACT, Stage.DISBURSEMENT, Stage.DISBURSED)) {
            assertThat(application.move(next, "system:test", MORNING, PROMISES))
                    .isEqualTo(new StageOutcome.Entered(application));
        }
        assertThat(application.isOverdue(Instant.MAX)).as("nothing left to do").isFalse();
        assertThat(application.move(Stage.WITHDRAWN, "owner-1", MORNING, PROMISES))
                .isInstanceOf(StageOutcome.IllegalStage.class);
    }

    @Test
    void a_case_is_led_back_only_along_the_ways_back_and_never_by_a_repeated_move() {
        LoanApplication application = submitted();
        for (Stage next : List.of(Stage.APPROVAL, Stage.CONTRACT, Stage.DISBURSEMENT, Stage.DISBURSED)) {
            application.move(next, "system:test", MORNING, PROMISES);
        }
        for (Stage target : List.of(Stage.APPROVAL, Stage.CONTRACT, Stage.DISBURSEMENT)) {
            assertThat(application.move(target, "system:test", MORNING, PROMISES))
                    .as("a late repetition of a step forward")
                    .isInstanceOf(StageOutcome.IllegalStage.class);
        }
        assertThat(application.sendBack(Stage.DISBURSED, Stage.CONTRACT, WANTED, MORNING, PROMISES))
                .isInstanceOf(StageOutcome.IllegalStage.class);
        for (Stage target : List.of(Stage.DISBURSEMENT, Stage.CONTRACT, Stage.APPROVAL)) {
            assertThat(application.sendBack(application.stage(), target, WANTED, MORNING, PROMISES))
                    .isEqualTo(new StageOutcome.Entered(application));
            assertThat(application.sendBack(application.stage(), target, WANTED, MORNING, PROMISES))
                    .as("the same again")
                    .isEqualTo(new StageOutcome.Entered(application));
        }
        assertThat(application.history()).extracting(StageEntry::reason).endsWith("x", "x", "x");
        assertThat(application.history()).hasSize(8);
        assertThat(application.outbox()).extracting(OutboxEvent::type).endsWith("stage-entered");
    }

    @Test
    void a_wish_to_lead_back_does_not_end_a_later_stay() {
        LoanApplication application = submitted();
        application.move(Stage.APPROVAL, "system:test", MORNING, PROMISES);
        application.move(Stage.CONTRACT, "system:test", MORNING.plusSeconds(1), PROMISES);
        assertThat(application.sendBack(Stage.CONTRACT, Stage.APPROVAL, WANTED, MORNING.plusSeconds(2), PROMISES))
                .isInstanceOf(StageOutcome.IllegalStage.class);
    }

    @Test
    void who_decides_is_named_by_the_band_and_only_while_it_is_decided() {
        LoanApplication application = submitted();
        application.handling().decidedBy(new DecidingRole("BRANCH_HEAD", true));
        assertThat(application.responsible()).isEqualTo(new Responsible("B01", "ACCOUNT_MANAGER"));
        application.move(Stage.APPROVAL, "system:test", MORNING, PROMISES);
        assertThat(application.responsible()).isEqualTo(new Responsible("B01", "BRANCH_HEAD"));
        application.handling().decidedBy(new DecidingRole("COMMITTEE_CHAIR", false));
        assertThat(application.responsible()).isEqualTo(new Responsible("hq", "COMMITTEE_CHAIR"));
    }

    @Test
    void a_repeated_move_is_one_step() {
        LoanApplication application = submitted();
        application.move(Stage.APPROVAL, "system:test", MORNING, PROMISES);
        application.move(Stage.APPROVAL, "system:test", MORNING.plusSeconds(60), PROMISES);
        assertThat(application.history()).hasSize(2);
        assertThat(application.outbox()).hasSize(2);
    }

    @Test
    void who_looked_into_a_case_is_remembered_only_while_it_is_investigated() {
        LoanApplication application = submitted();
        assertThat(application.investigatedBy("manager-1")).isInstanceOf(StageOutcome.IllegalStage.class);
        application.enter(Stage.INVESTIGATION, "head-1", MORNING, PROMISES);
        application.investigatedBy("manager-1");
        assertThat(application.people().investigators()).containsExactly("manager-1");
    }

    private static LoanApplication submitted() {
        return LoanApplication.submitted("A1", aSubmission(MORNING), PROMISES);
    }
}
