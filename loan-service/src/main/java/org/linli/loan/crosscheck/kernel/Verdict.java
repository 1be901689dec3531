package org.linli.loan.crosscheck.kernel;

/** What a check says. Missing data is unknown, never a pass. */
public enum Verdict {
    PASS,
    FAIL,
    UNKNOWN
}
