package org.linli.loan.approval;

import java.time.Instant;

/**
 * The wish to have a lapsed approval decided on anew (rule L-8).
 *
 * @param by whoever asked; they do not decide on it (rule P-2)
 */
record Renewal(String reason, String by, Instant at) {
    /** The reason may name people: it stays out of logs. */
    @Override
    public String toString() {
        return "Renewal[" + at + "]";
    }
}
