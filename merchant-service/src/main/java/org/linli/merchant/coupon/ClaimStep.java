package org.linli.merchant.coupon;

/** The points between which a claim may be cut off; a test cuts at each of them. */
enum ClaimStep {
    DECIDED,
    RESERVED,
    STORED,
    TOLD;

    /** Told when a claim has come this far. */
    @FunctionalInterface
    interface Watcher {
        void reached(ClaimStep step);

        Watcher NOBODY = step -> {};
    }
}
