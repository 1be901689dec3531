package org.linli.sandbox.faults;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The faults still to come, in the order in which they were asked for. */
@Component
class Faults {
    private static final int MOST_PENDING = 100;

    private record Pending(Fault fault, int left) {}

    private final List<Pending> pending = new ArrayList<>();

    synchronized void plan(Fault fault) {
        if (pending.size() >= MOST_PENDING) {
            throw new IllegalStateException(
                    "faults: " + pending.size() + " pending (expected: < " + MOST_PENDING + ")");
        }
        pending.add(new Pending(fault, fault.hits()));
    }

    synchronized @Nullable Fault next(Fault.Target target) {
        for (int i = 0; i < pending.size(); i++) {
            Pending entry = pending.get(i);
            if (entry.fault().target() == target) {
                if (entry.left() > 1) {
                    pending.set(i, new Pending(entry.fault(), entry.left() - 1));
                } else {
                    pending.remove(i);
                }
                return entry.fault();
            }
        }
        return null;
    }

    synchronized void clear() {
        pending.clear();
    }
}
