package org.linli.loan.approval;

import java.time.Instant;
import java.util.List;

/**
 * A vote is cast once and never changed.
 *
 * @param reason in words, for the minutes
 * @param declineReasons of a vote against, for the applicant
 */
record Vote(String member, Choice choice, String reason, List<DeclineReason> declineReasons, Instant at) {
    enum Choice {
        FOR,
        AGAINST
    }

    /** What somebody voted is secret until the end: it stays out of logs. */
    @Override
    public String toString() {
        return "Vote[hidden]";
    }
}
