package org.linli.loan.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.Stage;
import org.linli.loan.approval.kernel.Level;
import org.springframework.beans.factory.annotation.Autowired;

/** The decision is stored first and the case moves second: what if the service dies in between, or two decide at once. */
class CrashTest extends ApprovalHttp {
    private static final Instant NOW = Instant.parse("2026-11-29T01:00:00Z");

    @Autowired
    Rounds rounds;

    @Autowired
    Deciding deciding;

    @Autowired
    DecisionDriver driver;

    @Autowired
    Appeals appeals;

    @Autowired
    DecisionRegister register;

    @Test
    void a_decision_whose_case_did_not_move_is_finished_at_the_next_start() {
        String id = inApproval(40_000);
        stored(id, Judgement.decline(List.of(DeclineReason.EXISTING_DEBT), null));
        assertThat(stageOf(id)).isEqualTo("APPROVAL");
        driver.resume(cases.find(id).orElseThrow());
        assertThat(stageOf(id)).isEqualTo("DECLINED");
    }

    @Test
    void whoever_comes_next_finishes_it_and_is_refused() {
        String id = inApproval(40_000);
        stored(id, Judgement.approve(ApprovalExamples.terms(40_000, 12, "6"), List.of(), null));
        assertThat(decide(id, head, refusal()).problem()).isEqualTo("409 already-decided");
        assertThat(stageOf(id)).isEqualTo("CONTRACT");
    }

    @Test
    void the_result_of_an_earlier_round_moves_no_later_one() {
        String id = inApproval(40_000);
        decide(id, head, questions());
        cases.move(id, Stage.APPROVAL, "system:test");
        driver.resume(cases.find(id).orElseThrow());
        rounds.finish(register.of(id).get(0));
        assertThat(stageOf(id)).isEqualTo("APPROVAL");
    }

    @Test
    void an_appeal_whose_case_did_not_move_is_finished_at_the_next_start() {
        String id = inApproval(40_000);
        decide(id, head, refusal());
        register.change(register.latest(id).orElseThrow().id(), decision -> {
            decision.appealed(new Appeal("有误", "person-1", NOW));
            return new ApprovalOutcome.Done(decision);
        });
        appeals.resume(cases.find(id).orElseThrow());
        assertThat(stageOf(id)).isEqualTo("APPROVAL");
    }

    @Test
    void a_case_withdrawn_meanwhile_stays_withdrawn() {
        String id = inApproval(40_000);
        Decision decision = stored(id, Judgement.approve(ApprovalExamples.terms(40_000, 12, "6"), List.of(), null));
        cases.move(id, Stage.WITHDRAWN, "person-1");
        assertThat(rounds.finish(decision)).isEqualTo(ApprovalOutcome.refused(Refusal.WRONG_STAGE, "WITHDRAWN"));
        assertThat(stageOf(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void of_many_who_decide_at_once_exactly_one_decides() {
        String id = inApproval(40_000);
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> decide(
                                id,
                                staff("BRANCH_HEAD", path, "head-" + i + "-" + run),
                                i % 2 == 0 ? refusal() : approval(40_000, 12, "6"))
                        .status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
        assertThat(register.of(id)).hasSize(1);
    }

    private Decision stored(String id, Judgement judgement) {
        LoanCase about = cases.find(id).orElseThrow();
        Standing standing = rounds.standing(about);
        Basis basis = rounds.basis(standing, LocalDate.of(2026, 11, 29));
        Decider by = new Decider("head-" + run, Level.BRANCH, List.of("BRANCH_HEAD"), branch, List.of(), null);
        Ruling ruling = Ruling.of(judgement, by, NOW, "key", List.of(), ApprovalExamples.SETTINGS);
        return deciding.store(standing, basis, ruling).orElseThrow();
    }
}
