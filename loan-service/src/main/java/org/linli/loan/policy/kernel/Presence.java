package org.linli.loan.policy.kernel;

import org.jspecify.annotations.Nullable;

/** Values arrive as documents that may lack anything. */
final class Presence {
    private Presence() {}

    static <T> T require(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + ": missing");
        }
        return value;
    }
}
