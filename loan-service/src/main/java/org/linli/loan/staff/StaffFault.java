package org.linli.loan.staff;

/** Why somebody cannot be named for a task. */
public enum StaffFault {
    UNKNOWN("staff-unknown"),
    /** Left, or on leave at the moment. */
    NOT_AT_WORK("staff-not-at-work"),
    /** Has not the permission there, or only elsewhere. */
    NOT_ALLOWED("staff-not-allowed");

    private final String code;

    StaffFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
