package org.linli.merchant.audience;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the members of a snapshot in the order of their ids, a part at a time in memory. */
class Members {
    private final Snapshots snapshots;
    private final Snapshot snapshot;
    private List<String> part = List.of();
    private int nextPart;
    private int at;

    /** @param afterId exclusive; null = from the first */
    Members(Snapshots snapshots, Snapshot snapshot, @Nullable String afterId) {
        this.snapshots = snapshots;
        this.snapshot = snapshot;
        if (afterId != null) {
            skip(afterId);
        }
    }

    private void skip(String afterId) {
        String member = peek();
        while (member != null && member.compareTo(afterId) <= 0) {
            at = part.get(part.size() - 1).compareTo(afterId) <= 0 ? part.size() : at + 1;
            member = peek();
        }
    }

    /** The next one, which stays the next; null after the last. */
    @Nullable String peek() {
        while (at >= part.size()) {
            if (nextPart >= snapshot.parts()) {
                return null;
            }
            part = snapshots
                    .part(snapshot.id(), nextPart++)
                    .map(Snapshots.Part::members)
                    .orElse(List.of());
            at = 0;
        }
        return part.get(at);
    }

    void advance() {
        at++;
    }
}
