package org.linli.user.branch;

import java.time.Duration;
import java.time.Instant;

/**
 * Something on its way to a node: it was let in and will be written any moment now, so the node does not close before.
 *
 * @param what its kind and a number of its own, such as {@code staff:0h2}
 */
record Arrival(String what, Instant since) {
    /** Far longer than any write takes: whoever has not arrived by then has died on the way. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    boolean isUnderWay(Instant now) {
        return since.plus(LONGEST).isAfter(now);
    }
}
