package org.linli.loan.crosscheck.kernel;

/** In what a quantity is counted. */
public enum Unit {
    FEN,
    DAYS,
    /** Hundredths of a percent. */
    BASIS_POINTS
}
