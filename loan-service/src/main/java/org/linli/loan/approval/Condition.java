package org.linli.loan.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A condition precedent: no money leaves before it is fulfilled or waived.
 *
 * @param id within the decision
 * @param evidence what shows that it is fulfilled, or why it is waived
 */
record Condition(
        String id,
        String text,
        State state,
        @Nullable String evidence,
        @Nullable String by,
        @Nullable Instant at) {

    /** Where it stands. */
    enum State {
        OPEN,
        FULFILLED,
        WAIVED
    }

    static Condition open(int number, String text) {
        return new Condition("c" + number, text, State.OPEN, null, null, null);
    }

    Condition become(State next, String why, String who, Instant when) {
        return new Condition(id, text, next, why, who, when);
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Evidence may name people: it stays out of logs. */
    @Override
    public String toString() {
        return "Condition[" + id + ", " + state + "]";
    }
}
