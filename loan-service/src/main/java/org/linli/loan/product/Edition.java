package org.linli.loan.product;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a product's parameters and how it came about.
 *
 * @param effectiveFrom the business date from which new cases begin with it
 * @param reason why it was prepared
 * @param refusal why the reviewer, or whoever prepared it, did not want it after all
 */
record Edition(
        LoanProduct terms,
        State state,
        LocalDate effectiveFrom,
        String reason,
        String preparedBy,
        Instant preparedAt,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable String refusal) {
    enum State {
        PREPARED,
        PUBLISHED,
        REFUSED
    }

    static Edition first(LoanProduct terms, Instant at) {
        return new Edition(
                terms, State.PUBLISHED, LocalDate.EPOCH, "configuration", "configuration", at, null, null, null);
    }

    static Edition prepared(LoanProduct terms, LocalDate effectiveFrom, String reason, String by, Instant at) {
        return new Edition(terms, State.PREPARED, effectiveFrom, reason, by, at, null, null, null);
    }

    Edition reviewed(State verdict, String by, Instant at, @Nullable String why) {
        return new Edition(terms, verdict, effectiveFrom, reason, preparedBy, preparedAt, by, at, why);
    }

    int number() {
        return terms.version();
    }

    boolean isPublished() {
        return state == State.PUBLISHED;
    }
}
