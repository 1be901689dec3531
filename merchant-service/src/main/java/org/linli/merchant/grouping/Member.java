package org.linli.merchant.grouping;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One caller of a group. Only its own thread waits; any thread may answer or choose it. */
final class Member<Q, A> {
    enum State {
        WAITING,
        /** To lead the next group. */
        CHOSEN,
        ANSWERED,
        /** Its caller has lost patience. */
        LEFT
    }

    private final Q question;
    private final Thread caller = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private List<A> answer = List.of();
    private @Nullable RuntimeException failure;

    Member(Q question) {
        this.question = question;
    }

    Q question() {
        return question;
    }

    boolean hasLeft() {
        return state.get() == State.LEFT;
    }

    boolean choose() {
        boolean chosen = state.compareAndSet(State.WAITING, State.CHOSEN);
        if (chosen) {
            LockSupport.unpark(caller);
        }
        return chosen;
    }

    void succeed(A given) {
        answer = List.of(given);
        finish();
    }

    void fail(RuntimeException cause) {
        failure = cause;
        finish();
    }

    private void finish() {
        // The write of the state publishes the outcome.
        state.set(State.ANSWERED);
        LockSupport.unpark(caller);
    }

    /** @return never WAITING: the answer is there, the caller leads, or it has left */
    State await(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (state.get() == State.WAITING) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                state.compareAndSet(State.WAITING, State.LEFT);
            } else {
                LockSupport.parkNanos(this, left);
            }
        }
        return Objects.requireNonNull(state.get());
    }

    /** Only once it is ANSWERED. */
    A answer() {
        if (failure != null) {
            throw failure;
        }
        return answer.get(0);
    }
}
