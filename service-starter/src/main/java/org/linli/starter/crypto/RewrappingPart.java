package org.linli.starter.crypto;

/** One kind of thing that a re-wrapping run goes through. Every piece is one guarded write and safe to repeat. */
interface RewrappingPart {
    /** Told after each piece. */
    interface Counter {
        /** @return false when the run is to end here */
        boolean count(boolean done);
    }

    /** How many pieces are left to do. */
    long left();

    /** @return false when the counter ended it */
    boolean run(Counter counter);
}
