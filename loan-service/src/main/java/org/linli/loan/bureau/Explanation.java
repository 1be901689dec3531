package org.linli.loan.bureau;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why the applicant was in arrears for so long, and what a second person makes of it (rule L-7).
 *
 * @param months how many overdue months in a row it explains
 * @param textSealed the applicant's words, encrypted: they speak of the applicant's life
 * @param by who handed it in
 */
record Explanation(
        int months,
        String textSealed,
        String by,
        Instant at,
        State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {
    enum State {
        GIVEN,
        ACCEPTED,
        NOT_ACCEPTED
    }

    static Explanation given(int months, String textSealed, String by, Instant at) {
        return new Explanation(months, textSealed, by, at, State.GIVEN, null, null, null);
    }

    Explanation decided(boolean accept, String decider, String why, Instant when) {
        State decided = accept ? State.ACCEPTED : State.NOT_ACCEPTED;
        return new Explanation(months, textSealed, by, at, decided, decider, when, why);
    }

    boolean isAccepted() {
        return state == State.ACCEPTED;
    }

    boolean isOpen() {
        return state == State.GIVEN;
    }

    @Override
    public String toString() {
        return "Explanation[" + state + "]";
    }
}
