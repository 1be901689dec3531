package org.linli.loan.policy.kernel;

/** The numbers that policies compare with; each version of the values sets all of them, within these limits. */
public enum Threshold {
    MAX_REPORT_AGE_DAYS(1, 90),
    /** Rule L-7 says seven; a version may be stricter, not milder. */
    ARREARS_VETO_MONTHS(1, 7),
    MIN_TRADING_MONTHS(0, 120),
    MAX_QUERIES_3_MONTHS(0, 50),
    MAX_OTHER_LENDERS(0, 50),
    MAX_GUARANTEED_FOR_OTHERS_FEN(0, 1_000_000_000_00L),
    MAX_AMOUNT_OF_TURNOVER_PERCENT(1, 1_000),
    /** What stays of turnover while nobody has looked into the business. */
    SURPLUS_OF_TURNOVER_PERCENT(1, 100),
    BURDEN_REFER_PERCENT(1, 100),
    BURDEN_DECLINE_PERCENT(1, 200),
    MIN_SOFT_SCORE(0, 100),
    SCORE_REFER(-10_000, 10_000),
    SCORE_PASS(-10_000, 10_000);

    private final long least;
    private final long most;

    Threshold(long least, long most) {
        this.least = least;
        this.most = most;
    }

    void require(long value) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(this + ": " + value + " (expected: " + least + ".." + most + ")");
        }
    }
}
