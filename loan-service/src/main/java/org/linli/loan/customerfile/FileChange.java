package org.linli.loan.customerfile;

import java.time.Instant;

/** A line of a file's history: no values, because those may be personal. */
record FileChange(Instant at, String by, What what) {
    enum What {
        OPENED,
        MEMBER_ADDED,
        GUARANTOR_ADDED,
        GUARANTOR_ACCEPTED,
        PAPER_ADDED,
        ENTRY_REMOVED,
        FINANCES_STATED,
        MERCHANT_LINKED,
        GROUP_JOINED
    }
}
