package org.linli.loan.approval.kernel;

/** Who decides, from the lowest to the highest (rule L-8). */
public enum Level {
    /** A rules engine. */
    SYSTEM,
    /** The branch head of the case's branch. */
    BRANCH,
    /** An approver of head office, alone. */
    HEAD_OFFICE,
    COMMITTEE;

    /** Where an appeal against this level's decision goes; the committee hears its own again. */
    public Level above() {
        return this == COMMITTEE ? COMMITTEE : values()[ordinal() + 1];
    }

    public boolean reaches(Level needed) {
        return compareTo(needed) >= 0;
    }

    public static Level higher(Level one, Level other) {
        return one.reaches(other) ? one : other;
    }
}
