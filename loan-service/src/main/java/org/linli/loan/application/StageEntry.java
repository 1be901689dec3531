package org.linli.loan.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of an application's way.
 *
 * @param by the subject of whoever caused it
 * @param reason why it led back; null on the way forward
 */
record StageEntry(
        Stage stage,
        Instant enteredAt,
        Instant dueAt,
        String by,
        @Nullable String reason) {
    /** Why somebody did something may name people. */
    @Override
    public String toString() {
        return "StageEntry[" + stage + ", " + enteredAt + "]";
    }
}
