package org.linli.user.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time away.
 *
 * @param until the first moment back
 * @param deputyId who acts meanwhile; null = nobody
 */
public record Leave(Instant from, Instant until, @Nullable String deputyId) {
    /** The first moment belongs to it, the last does not. */
    boolean covers(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
