package org.linli.loan.approval.kernel;

import java.util.OptionalLong;

/**
 * Up to which amount each level decides alone (rule L-8); above the highest, the committee does. In fen, inclusive.
 *
 * @param systemUpToFen what a rules engine may decide at most
 */
public record Bands(long systemUpToFen, long branchUpToFen, long headOfficeUpToFen) {

    /** What a level may decide alone. */
    public long ceiling(Level level) {
        return switch (level) {
            case SYSTEM -> systemUpToFen;
            case BRANCH -> branchUpToFen;
            case HEAD_OFFICE -> headOfficeUpToFen;
            case COMMITTEE -> Long.MAX_VALUE;
        };
    }

    /** The people whose decision the amount is. */
    public Level levelFor(long amountFen) {
        if (amountFen <= branchUpToFen) {
            return Level.BRANCH;
        }
        return amountFen <= headOfficeUpToFen ? Level.HEAD_OFFICE : Level.COMMITTEE;
    }

    /**
     * Whether somebody of this level may decide alone. A higher level may always decide what a lower one may; a limit
     * of the person's own replaces the level's, be it lower or higher, but lifts nobody to the level that an appeal
     * goes to.
     *
     * @param atLeast the lowest level that may hear the case, whatever its amount
     */
    public Alone alone(long amountFen, Level own, Level atLeast, OptionalLong personalLimitFen) {
        if (!own.reaches(atLeast)) {
            return Alone.HIGHER_LEVEL;
        }
        return amountFen <= personalLimitFen.orElse(ceiling(own)) ? Alone.ALLOWED : Alone.ABOVE_LIMIT;
    }

    /** May this one decide alone? */
    public enum Alone {
        ALLOWED,
        ABOVE_LIMIT,
        /** An appeal goes higher. */
        HIGHER_LEVEL
    }
}
