package org.linli.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.loan.application.ApplicationExamples.PROMISES;
import static org.linli.loan.application.ApplicationExamples.aSubmission;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.starter.outbox.OutboxEvent;

/** Rule L-1: the clock stands while the customer is asked, a broken promise is told once, and anybody may leave in time. */
class ClockRules {
    /** A Tuesday morning. */
    private static final Instant MORNING = Instant.parse("2026-03-10T01:00:00Z");

    private static final Instant NEXT_DAY = MORNING.plusSeconds(86_400);
    private static final Instant LATE = Instant.parse("2026-03-12T09:30:01Z");

    private final LoanApplication application = LoanApplication.submitted("A1", aSubmission(MORNING), PROMISES);

    @Test
    void the_promise_moves_by_the_working_days_that_the_customer_took() {
        application.ask("近三个月流水？", "manager-1", MORNING);
        application.answer("已补充", Instant.parse("2026-03-16T02:00:00Z"), PROMISES);
        assertThat(application.stageDueAt()).as("four working days later").isEqualTo("2026-03-18T09:30:00Z");
    }

    @Test
    void an_answer_on_the_same_day_moves_nothing() {
        application.ask("?", "manager-1", MORNING);
        application.answer("!", MORNING.plusSeconds(3_600), PROMISES);
        assertThat(application.stageDueAt()).isEqualTo("2026-03-12T09:30:00Z");
    }

    @Test
    void while_the_customer_is_asked_no_promise_breaks() {
        application.ask("?", "manager-1", MORNING);
        assertThat(application.isOverdue(LATE)).isFalse();
        assertThat(application.noticeBreach(LATE)).isFalse();
    }

    @Test
    void one_question_at_a_time_and_no_answer_without_one() {
        assertThat(application.answer("!", MORNING, PROMISES)).isEqualTo(refused(CaseAct.Reason.NOT_WAITING));
        application.ask("?", "manager-1", MORNING);
        assertThat(application.ask("??", "manager-1", MORNING)).isEqualTo(refused(CaseAct.Reason.ALREADY_WAITING));
    }

    @Test
    void a_broken_promise_is_told_once_and_brought_to_the_branchs_head() {
        assertThat(application.noticeBreach(LATE)).isTrue();
        assertThat(application.noticeBreach(LATE.plusSeconds(60))).isFalse();
        assertThat(types()).containsExactly("application-submitted", "stage-overdue");
        assertThat(application.breach().orElseThrow().escalatedTo()).isEqualTo(new Responsible("B01", "BRANCH_HEAD"));
    }

    @Test
    void a_stage_that_ends_late_is_a_breach_even_if_nobody_looked_in_between() {
        application.move(Stage.INVESTIGATION, "manager-1", LATE, PROMISES);
        assertThat(application.handling().breaches()).hasSize(1);
        assertThat(types()).containsExactly("application-submitted", "stage-overdue", "stage-entered");
        assertThat(application.breach())
                .as("the new stage has a promise of its own")
                .isEmpty();
    }

    @Test
    void asking_too_late_does_not_hide_the_breach() {
        application.ask("?", "manager-1", LATE);
        assertThat(application.handling().breaches()).hasSize(1);
    }

    @Test
    void a_case_is_watched_for_the_day_it_falls_due_as_long_as_a_breach_may_come() {
        assertThat(application.handling().watchDay()).isEqualTo("2026-03-12");
        application.ask("?", "manager-1", MORNING);
        assertThat(application.handling().watchDay()).isNull();
        application.answer("!", NEXT_DAY, PROMISES);
        assertThat(application.handling().watchDay()).isEqualTo("2026-03-13");
        application.noticeBreach(Instant.parse("2026-03-20T00:00:00Z"));
        assertThat(application.handling().watchDay()).isNull();
    }

    @Test
    void the_end_of_the_approval_is_told_as_a_decision_but_sending_back_is_none() {
        application.move(Stage.APPROVAL, "x", MORNING, PROMISES);
        application.move(Stage.INVESTIGATION, "x", MORNING, PROMISES);
        assertThat(types()).doesNotContain("application-decided");
        application.move(Stage.APPROVAL, "x", MORNING, PROMISES);
        application.move(Stage.DECLINED, "x", MORNING, PROMISES);
        application.move(Stage.APPROVAL, "appeal", MORNING, PROMISES);
        application.move(Stage.CONTRACT, "x", MORNING, PROMISES);
        assertThat(types().stream().filter("application-decided"::equals)).hasSize(2);
    }

    @Test
    void the_applicant_leaves_at_any_time_before_signing() {
        for (List<Stage> way : List.of(
                List.<Stage>of(),
                List.of(Stage.INVESTIGATION),
                List.of(Stage.INVESTIGATION, Stage.APPROVAL),
                List.of(Stage.APPROVAL, Stage.CONTRACT))) {
            LoanApplication one = along(way);
            assertThat(one.withdraw("owner-1", null, MORNING, PROMISES)).isInstanceOf(CaseAct.Done.class);
            assertThat(one.stage()).isEqualTo(Stage.WITHDRAWN);
            assertThat(one.withdraw("owner-1", null, MORNING, PROMISES)).isInstanceOf(CaseAct.Done.class);
        }
        for (List<Stage> way : List.of(
                List.of(Stage.APPROVAL, Stage.CONTRACT, Stage.DISBURSEMENT), List.of(Stage.APPROVAL, Stage.DECLINED))) {
            assertThat(along(way).withdraw("owner-1", null, MORNING, PROMISES))
                    .isEqualTo(refused(CaseAct.Reason.TOO_LATE_TO_WITHDRAW));
        }
    }

    @Test
    void the_named_person_stays_for_the_later_stages_of_the_same_role() {
        Assignee named = new Assignee("manager-7", "张经理", "head-1", MORNING);
        application.assign(named);
        application.move(Stage.INVESTIGATION, "x", MORNING, PROMISES);
        assertThat(application.assignee()).contains(named);
        application.move(Stage.APPROVAL, "x", MORNING, PROMISES);
        assertThat(application.assignee()).isEmpty();
    }

    private static LoanApplication along(List<Stage> way) {
        LoanApplication one = LoanApplication.submitted("A2", aSubmission(MORNING), PROMISES);
        way.forEach(stage -> one.move(stage, "x", MORNING, PROMISES));
        return one;
    }

    private static CaseAct refused(CaseAct.Reason reason) {
        return new CaseAct.Refused(reason);
    }

    private List<String> types() {
        return application.outbox().stream().map(OutboxEvent::type).toList();
    }
}
