package org.linli.benchmarks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Marks an index as made for an older mapping and starts the service: it then makes a new one beside it, by itself. */
final class Rebuild {
    private static final long LOOK_EVERY_NANOS = 100_000_000;
    private static final long PATIENCE_NANOS = 1_800_000_000_000L;

    private final SearchStack stack;
    private final String name;

    Rebuild(SearchStack stack, String name) {
        this.stack = stack;
        this.name = name;
    }

    /** From when the new index is there until it has taken over. */
    double seconds() {
        String alias = SearchStack.prefix(name) + "offers";
        try (Wire wire = new Wire(stack.elasticsearch())) {
            Wire.Answer marked = wire.ask(
                    Wire.send("PUT", "/" + alias + "/_mapping", "{\"_meta\":{\"filled\":true,\"mapping\":1}}"));
            if (marked.status() != 200) {
                throw new IllegalStateException("not marked: " + marked.status());
            }
            String before = indices(wire, alias);
            URI started = stack.search(name, false);
            long end = System.nanoTime() + PATIENCE_NANOS;
            long begun = System.nanoTime();
            while (indices(wire, alias).equals(before)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("not rebuilt by " + started);
                }
                if (indices(wire, alias + "-next").equals("{}")) {
                    begun = System.nanoTime();
                }
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private static String indices(Wire wire, String alias) {
        Wire.Answer answer = wire.ask(Wire.get("/_alias/" + alias));
        return answer.status() == 200 ? new String(answer.body(), StandardCharsets.UTF_8) : "{}";
    }
}
