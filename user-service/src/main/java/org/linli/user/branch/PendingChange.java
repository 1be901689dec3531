package org.linli.user.branch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a node of the organisation tree on a later business date.
 *
 * @param effectiveOn ISO date as text, because a date in the store must not depend on a machine's time zone
 * @param details the new ones; none when it closes
 */
public record PendingChange<D>(
        Kind kind, String effectiveOn, @Nullable D details) {

    /** What kind of change. */
    public enum Kind {
        OPEN,
        CHANGE,
        CLOSE
    }

    public static <D> PendingChange<D> opening(LocalDate on, D details) {
        return new PendingChange<>(Kind.OPEN, on.toString(), details);
    }

    public static <D> PendingChange<D> change(LocalDate on, D details) {
        return new PendingChange<>(Kind.CHANGE, on.toString(), details);
    }

    public static <D> PendingChange<D> closing(LocalDate on) {
        return new PendingChange<>(Kind.CLOSE, on.toString(), null);
    }

    public LocalDate date() {
        return LocalDate.parse(effectiveOn);
    }

    public boolean isDue(LocalDate today) {
        return !date().isAfter(today);
    }
}
