package org.linli.loan.whatif;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.mongodb.core.mapping.Document;

/** One run: how far it is and what it has counted, in one write with each checkpoint. */
@Document(WhatIfRun.COLLECTION)
class WhatIfRun extends AggregateRoot {
    static final String COLLECTION = "what_if_runs";

    enum State {
        RUNNING,
        CANCELLED,
        DONE,
        FAILED
    }

    private final String source;
    private final int baseline;
    private final int candidate;
    private final String by;
    private final Instant startedAt;
    private final long total;
    private State state = State.RUNNING;
    private @Nullable String after;
    private Tally tally = Tally.NOTHING;
    private @Nullable Instant finishedAt;
    private Instant leasedUntil = Instant.EPOCH;

    WhatIfRun(String id, String source, int baseline, int candidate, String by, Instant startedAt, long total) {
        super(id);
        this.source = source;
        this.baseline = baseline;
        this.candidate = candidate;
        this.by = by;
        this.startedAt = startedAt;
        this.total = total;
    }

    /** One of several instances works on it. */
    boolean claim(Instant at, Duration lease) {
        boolean free = state == State.RUNNING && !leasedUntil.isAfter(at);
        if (free) {
            leasedUntil = at.plus(lease);
        }
        return free;
    }

    /** @return false when it was cancelled meanwhile: nothing of the batch counts then */
    boolean checkpoint(String last, Tally counted, Instant at, Duration lease) {
        if (state != State.RUNNING) {
            return false;
        }
        after = last;
        tally = counted;
        leasedUntil = at.plus(lease);
        return true;
    }

    boolean end(State how, Instant at) {
        boolean running = state == State.RUNNING;
        if (running) {
            state = how;
            finishedAt = at;
            leasedUntil = Instant.EPOCH;
        }
        return running;
    }

    /** From where it stopped. */
    boolean resume() {
        boolean stopped = state == State.CANCELLED || state == State.FAILED;
        if (stopped) {
            state = State.RUNNING;
            finishedAt = null;
            leasedUntil = Instant.EPOCH;
        }
        return stopped;
    }

    String source() {
        return source;
    }

    int baseline() {
        return baseline;
    }

    int candidate() {
        return candidate;
    }

    String by() {
        return by;
    }

    Instant startedAt() {
        return startedAt;
    }

    long total() {
        return total;
    }

    State state() {
        return state;
    }

    @Nullable String after() {
        return after;
    }

    Tally tally() {
        return tally;
    }

    @Nullable Instant finishedAt() {
        return finishedAt;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("what-if", "/hq/")
                .with("source", source)
                .with("baseline", baseline)
                .with("candidate", candidate)
                .with("state", state);
    }
}
