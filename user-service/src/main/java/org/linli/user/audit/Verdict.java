package org.linli.user.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param rows looked at, up to the first broken one
 * @param chains looked at
 */
public record Verdict(long rows, int chains, @Nullable Broken firstBroken) {
    /** How a chain was tampered with. */
    public enum Why {
        /** Its content, or its hash, is not what it was. */
        EDITED,
        /** It is not there, but later ones are. */
        REMOVED,
        /** Another row stands in its place. */
        SWAPPED,
        /** It and everything after it is not there, although an anchor says that it was. */
        CUT
    }

    /** The first row that is not as it was written. */
    public record Broken(String organisation, long seq, Why why) {}

    public boolean ok() {
        return firstBroken == null;
    }
}
