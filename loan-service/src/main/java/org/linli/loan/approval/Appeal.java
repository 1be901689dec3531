package org.linli.loan.approval;

import java.time.Instant;

/** The applicant's objection to a refusal; once per case. */
record Appeal(String reasons, String by, Instant at) {
    /** The applicant's words stay out of logs. */
    @Override
    public String toString() {
        return "Appeal[hidden]";
    }
}
