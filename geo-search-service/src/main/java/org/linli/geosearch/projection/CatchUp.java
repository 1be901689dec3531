package org.linli.geosearch.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A backlog that is more than what is always on its way becomes a catch-up with a beginning, an end and a progress
 * (rule G-4). Not for several threads at once.
 */
final class CatchUp {
    /** So many events wait only after a rush or a standstill. */
    static final long MANY = 500;

    /** So few are on their way at any time. */
    static final long FEW = 50;

    private @Nullable Instant since;
    private @Nullable Instant endedAt;
    private ListenerGroup.Position begun = new ListenerGroup.Position(0, 0);
    private ListenerGroup.Position latest = begun;
    private Instant lookedAt = Instant.EPOCH;

    /**
     * The one under way, or else the last one.
     *
     * @param since when so many were first seen to wait, and {@code endedAt} when few did; null while under way
     * @param applied events since it began, of {@code total} that there were then or came since
     * @param percent 100 only at the end
     * @param secondsLeft at the speed so far; null when as many come as are applied, and at the end
     */
    record Progress(
            Instant since,
            @Nullable Instant endedAt,
            long applied,
            long total,
            int percent,
            @Nullable Long secondsLeft) {}

    void see(Instant now, ListenerGroup.Position position) {
        // Offsets were set back, or topics made anew: what was counted so far says nothing of what is left.
        boolean another = position.applied() < begun.applied() || position.published() < latest.published();
        if (isUnderWay() && !another) {
            latest = position;
            lookedAt = now;
            if (position.waiting() < FEW) {
                endedAt = now;
            }
        } else if (position.waiting() >= MANY) {
            since = now;
            endedAt = null;
            begun = position;
            latest = position;
            lookedAt = now;
        } else if (isUnderWay()) {
            endedAt = now;
        }
    }

    boolean isUnderWay() {
        return since != null && endedAt == null;
    }

    Optional<Progress> progress() {
        Instant from = since;
        if (from == null) {
            return Optional.empty();
        }
        long applied = latest.applied() - begun.applied();
        if (!isUnderWay()) {
            return Optional.of(new Progress(from, endedAt, applied, applied, 100, null));
        }
        long total = applied + latest.waiting();
        int percent = (int) Math.min(99, applied * 100 / total);
        return Optional.of(new Progress(from, null, applied, total, percent, secondsLeft(from)));
    }

    private @Nullable Long secondsLeft(Instant from) {
        long fewer = begun.waiting() - latest.waiting();
        long millis = Duration.between(from, lookedAt).toMillis();
        return fewer <= 0 || millis <= 0 ? null : (latest.waiting() * millis / fewer + 999) / 1_000;
    }
}
