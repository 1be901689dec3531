package org.linli.loan.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the bank wanted to know from the customer; while it waits the clock stands (rule L-1).
 *
 * @param answer what the customer said; null when it was answered outside of here, or the case went on without
 * @param endedAt when the clock went on; null while it stands
 */
record Question(
        Stage stage,
        String text,
        String askedBy,
        Instant askedAt,
        @Nullable String answer,
        @Nullable Instant endedAt) {
    static Question asked(Stage stage, String text, String by, Instant at) {
        return new Question(stage, text, by, at, null, null);
    }

    boolean isOpen() {
        return endedAt == null;
    }

    Question ended(@Nullable String reply, Instant at) {
        return new Question(stage, text, askedBy, askedAt, reply, at);
    }

    /** That something was asked, and when, stays. */
    Question withoutWords() {
        return new Question(stage, "", askedBy, askedAt, answer == null ? null : "", endedAt);
    }

    /** Words between people stay out of logs. */
    @Override
    public String toString() {
        return "Question[hidden]";
    }
}
