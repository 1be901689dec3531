package org.linli.loan.whatif;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.linli.loan.policy.kernel.Assessment;
import org.linli.loan.policy.kernel.PolicyValues;
import org.linli.loan.whatif.PastCases.PastCase;
import org.linli.starter.outbox.AggregateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges every past case by both versions, batch by batch. The changes of a batch are stored before its checkpoint: after
 * a crash the batch is done again, with the same ids and the same counts.
 */
class WhatIfRunner {
    private static final Logger log = LoggerFactory.getLogger(WhatIfRunner.class);

    private final AggregateStore<WhatIfRun> store;
    private final Changes changes;
    private final WhatIfSettings settings;
    private final Clock clock;

    WhatIfRunner(AggregateStore<WhatIfRun> store, Changes changes, WhatIfSettings settings, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.settings = settings;
        this.clock = clock;
    }

    void run(WhatIfRun run, PastCases source, PolicyValues baseline, PolicyValues candidate) {
        try (Stream<PastCase> cases = source.after(run.after())) {
            Iterator<PastCase> rest = cases.iterator();
            Tally tally = run.tally();
            while (rest.hasNext() && tally.seen() < settings.mostCases()) {
                Batch batch = new Batch(run.id(), tally);
                for (int i = 0; i < settings.batch() && rest.hasNext(); i++) {
                    batch.judge(rest.next(), baseline, candidate);
                }
                changes.add(batch.changed);
                tally = batch.tally;
                if (!checkpoint(run.id(), batch)) {
                    return;
                }
            }
            end(run.id(), WhatIfRun.State.DONE);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            log.warn("what-if {} failed; it can be resumed", run.id(), e);
            end(run.id(), WhatIfRun.State.FAILED);
        }
    }

    private boolean checkpoint(String id, Batch batch) {
        return store.change(
                        id, run -> run.checkpoint(batch.last, batch.tally, now(), settings.lease()), running -> running)
                .orElse(false);
    }

    private void end(String id, WhatIfRun.State how) {
        store.change(id, run -> run.end(how, now()), ended -> ended);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static final class Batch {
        private final String runId;
        private final List<Change> changed = new ArrayList<>();
        private Tally tally;
        private String last = "";

        private Batch(String runId, Tally tally) {
            this.runId = runId;
            this.tally = tally;
        }

        private void judge(PastCase past, PolicyValues baseline, PolicyValues candidate) {
            Assessment before = Assessment.of(past.facts(), baseline, past.asked());
            Assessment after = Assessment.of(past.facts(), candidate, past.asked());
            tally = tally.with(before.verdict(), after.verdict(), past.bad());
            last = past.id();
            if (before.verdict() != after.verdict()) {
                changed.add(Change.of(runId, past.id(), before, after));
            }
        }
    }
}
