package org.linli.merchant.report;

import org.linli.merchant.foureyes.FourEyes;

/** What became of a report or a step on it. */
sealed interface ReportResult {
    record Done(Report report) implements ReportResult {}

    record Refused(Reason reason) implements ReportResult {}

    record Conflict(FourEyes.Reason reason) implements ReportResult {}

    /** Why not. */
    enum Reason {
        UNKNOWN,
        TOO_MANY_TODAY,
        ILLEGAL_STATE
    }

    static ReportResult refused(Reason reason) {
        return new Refused(reason);
    }
}
