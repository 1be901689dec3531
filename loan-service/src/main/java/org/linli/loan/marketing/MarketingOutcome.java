package org.linli.loan.marketing;

import org.jspecify.annotations.Nullable;

/** What became of the wish to plan or record. */
sealed interface MarketingOutcome<R> {
    <T> T answer(Cases<R, T> cases);

    record Done<R>(R what) implements MarketingOutcome<R> {
        @Override
        public <T> T answer(Cases<R, T> cases) {
            return cases.done(what);
        }
    }

    record Refused<R>(Reason reason, @Nullable Object detail) implements MarketingOutcome<R> {
        @Override
        public <T> T answer(Cases<R, T> cases) {
            return cases.refused(reason, detail);
        }
    }

    enum Reason {
        /** No such area in the caller's scope. */
        UNKNOWN_AREA,
        UNKNOWN_MERCHANT,
        OUTSIDE_WEEK,
        TOO_FEW_VISITS,
        TOO_FEW_MINUTES,
        IN_FUTURE,
        TOO_LONG_AGO,
        FOLLOW_UP_NOT_LATER,
        RECORDED_DIFFERENTLY
    }

    interface Cases<R, T> {
        T done(R what);

        T refused(Reason reason, @Nullable Object detail);
    }
}
