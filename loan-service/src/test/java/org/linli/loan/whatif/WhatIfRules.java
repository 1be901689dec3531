package org.linli.loan.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.loan.policy.kernel.Verdict;

/** What a run counts, and how it stops and goes on. */
class WhatIfRules {
    private static final Instant NOW = Instant.parse("2026-03-10T01:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Test
    void approvals_and_losses_are_counted_before_and_after() {
        Tally tally = Tally.NOTHING
                .with(Verdict.PASS, Verdict.REFER, true)
                .with(Verdict.PASS, Verdict.PASS, false)
                .with(Verdict.REFER, Verdict.PASS, null);
        assertThat(tally.changed()).isEqualTo(2);
        assertThat(tally.passedBefore()).isEqualTo(2);
        assertThat(tally.passedAfter()).isEqualTo(2);
        assertThat(tally.badBefore()).isEqualTo(1);
        assertThat(tally.badAfter()).isZero();
        assertThat(tally.knownAfter()).isEqualTo(1);
        assertThat(tally.moves()).containsEntry("PASS>REFER", 1L);
    }

    @Test
    void a_checkpoint_of_a_cancelled_run_counts_nothing() {
        WhatIfRun run = run();
        run.end(WhatIfRun.State.CANCELLED, NOW);
        assertThat(run.checkpoint("case-9", Tally.NOTHING.with(Verdict.PASS, Verdict.PASS, null), NOW, LEASE))
                .isFalse();
        assertThat(run.tally().seen()).isZero();
    }

    @Test
    void a_stopped_run_goes_on_after_its_last_checkpoint() {
        WhatIfRun run = run();
        run.checkpoint("case-9", Tally.NOTHING, NOW, LEASE);
        run.end(WhatIfRun.State.FAILED, NOW);
        assertThat(run.resume()).isTrue();
        assertThat(run.after()).isEqualTo("case-9");
        assertThat(run.resume()).as("runs already").isFalse();
    }

    @Test
    void a_run_is_worked_on_by_one_until_its_lease_ends() {
        WhatIfRun run = run();
        assertThat(run.claim(NOW, LEASE)).isTrue();
        assertThat(run.claim(NOW.plusSeconds(59), LEASE)).isFalse();
        assertThat(run.claim(NOW.plus(LEASE), LEASE)).isTrue();
    }

    @Test
    void the_list_is_csv() {
        Change change = new Change(
                "r:c", "r", "c", Verdict.PASS, Verdict.REFER, 600, null, "8.2500", "11.8500", List.of("a", "b"));
        assertThat(WhatIfView.csv(Stream.of(change)))
                .isEqualTo("case,before,after,pointsBefore,pointsAfter,rateBefore,rateAfter,reasons\r\n"
                        + "c,PASS,REFER,600,,8.2500,11.8500,a b\r\n");
    }

    private static WhatIfRun run() {
        return new WhatIfRun("R1", "history", 1, 2, "risk-1", NOW, 100);
    }
}
