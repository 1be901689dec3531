package org.linli.loan.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.loan.Tokens;
import org.linli.loan.approval.RecordingDecisions.Recorded;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.springframework.beans.factory.annotation.Autowired;

/** A rules engine's decision is kept where people's are (rules L-8, L-10). */
class RecordingDecisionsTest extends ApprovalHttp {
    @Autowired
    RecordingDecisions recording;

    @Autowired
    Decisions decisions;

    @Test
    void an_approval_is_stored_with_its_trace_and_moves_the_case_once() {
        String id = inApproval(40_000);
        SystemDecision made = approving(40_000, "6");
        assertThat(recording.record(id, made)).isEqualTo(Recorded.DONE);
        assertThat(recording.record(id, made)).as("again").isEqualTo(Recorded.DONE);
        assertThat(stageOf(id)).isEqualTo("CONTRACT");
        assertThat(http.get(ADMIN + id + "/decision", head).each("trace", "name"))
                .containsExactly("score");
        assertThat(decisions.approved(id)).isPresent();
    }

    @Test
    void a_system_breaks_no_rule_that_binds_people() {
        assertThat(recording.record(inApproval(40_000), approving(40_001, "6"))).isEqualTo(Recorded.TERMS_REFUSED);
        assertThat(recording.record(inApproval(300_001), approving(40_000, "6")))
                .isEqualTo(Recorded.NOT_COMPETENT);
        String decided = inApproval(40_000);
        decide(decided, head, questions());
        assertThat(recording.record(decided, approving(40_000, "6"))).isEqualTo(Recorded.WRONG_STAGE);
    }

    @Test
    void an_appeal_against_a_system_is_heard_by_people() {
        String id = inApproval(40_000);
        SystemDecision refusing = new SystemDecision(
                "straight-through",
                "run-1",
                0,
                0,
                BigDecimal.ZERO,
                RepaymentMethod.EQUAL_INSTALMENT,
                List.of(),
                List.of(DeclineReason.CREDIT_HISTORY),
                List.of());
        recording.record(id, refusing);
        http.post("/api/v1/loan-applications/" + id + "/appeal", Tokens.owner(merchant), "{\"reasons\":\"已还清\"}");
        assertThat(recording.record(id, approving(40_000, "6"))).isEqualTo(Recorded.NOT_COMPETENT);
        assertThat(decide(id, head, approval(40_000, 12, "6")).status()).isEqualTo(200);
    }

    private static SystemDecision approving(long yuan, String rate) {
        return new SystemDecision(
                "straight-through",
                "run-2",
                yuan * 100,
                12,
                new BigDecimal(rate),
                RepaymentMethod.EQUAL_INSTALMENT,
                List.of(),
                List.of(),
                List.of(new Fact("score", "640")));
    }
}
