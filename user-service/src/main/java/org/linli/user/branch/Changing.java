package org.linli.user.branch;

import java.util.function.Function;

/** How changing a node of the organisation tree ended. */
public sealed interface Changing<N> {
    <R> R fold(Function<N, R> changed, Function<Refusal, R> refused);

    /** Why nothing changed. */
    enum Refusal {
        /** A closed node does not change any more. */
        CLOSED,
        /** Someone else changed it since the caller read it. */
        STALE,
        /** Another change waits for its date. */
        CHANGE_PENDING,
        /** The date is past, or years away. */
        DATE_OUT_OF_RANGE,
        /** There is no such open branch to hang it below. */
        PARENT_UNKNOWN,
        ID_TAKEN
    }

    /** Done, or planned for its date. */
    record Changed<N>(N node) implements Changing<N> {
        @Override
        public <R> R fold(Function<N, R> changed, Function<Refusal, R> refused) {
            return changed.apply(node);
        }
    }

    record Refused<N>(Refusal why) implements Changing<N> {
        @Override
        public <R> R fold(Function<N, R> changed, Function<Refusal, R> refused) {
            return refused.apply(why);
        }
    }
}
