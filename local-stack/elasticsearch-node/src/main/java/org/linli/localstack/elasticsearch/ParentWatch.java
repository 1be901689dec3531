package org.linli.localstack.elasticsearch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node started by a test must not outlive the test's JVM, not even when that JVM is killed with -9. */
final class ParentWatch {

    private ParentWatch() {}

    /** Halts this process as soon as the process with that id is gone; does nothing without an id. */
    static void haltWithParent(@Nullable Long pid) {
        if (pid == null) {
            return;
        }
        Optional<ProcessHandle> parent = ProcessHandle.of(pid);
        if (parent.isEmpty()) {
            halt();
        } else {
            parent.get().onExit().thenRun(ParentWatch::halt);
        }
    }

    private static void halt() {
        Runtime.getRuntime().halt(0);
    }
}
