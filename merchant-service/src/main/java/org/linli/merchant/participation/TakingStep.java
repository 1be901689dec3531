package org.linli.merchant.participation;

/** The points between which taking part may be cut off; a test cuts at each of them. */
enum TakingStep {
    DECIDED,
    RESERVED,
    STORED,
    HANDED_OUT,
    SETTLED;

    /** Told when it has come this far. */
    @FunctionalInterface
    interface Watcher {
        void reached(TakingStep step);

        Watcher NOBODY = step -> {};
    }
}
