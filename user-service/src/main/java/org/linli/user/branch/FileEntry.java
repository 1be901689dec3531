package org.linli.user.branch;

/** What a row of a file did to the node that it describes. */
public enum FileEntry {
    CREATED,
    /** At once or, as the row says, later. */
    CHANGED,
    /** It was there, and the row has no date from which it should be otherwise. */
    UNCHANGED,
    ID_TAKEN,
    CHANGE_PENDING,
    CLOSED,
    DATE_OUT_OF_RANGE,
    PARENT_UNKNOWN;

    static FileEntry of(Changing.Refusal why) {
        return switch (why) {
            case ID_TAKEN -> ID_TAKEN;
            case CHANGE_PENDING, STALE -> CHANGE_PENDING;
            case CLOSED -> CLOSED;
            case DATE_OUT_OF_RANGE -> DATE_OUT_OF_RANGE;
            case PARENT_UNKNOWN -> PARENT_UNKNOWN;
        };
    }
}
