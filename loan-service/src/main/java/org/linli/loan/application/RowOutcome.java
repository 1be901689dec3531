package org.linli.loan.application;

import java.util.List;

/** What became of one imported row. @param code why it was rejected, else empty */
record RowOutcome(Kind kind, String code, List<FailedRule> failed) {
    static final RowOutcome CREATED = new RowOutcome(Kind.CREATED, "", List.of());
    static final RowOutcome UNCHANGED = new RowOutcome(Kind.UNCHANGED, "", List.of());

    static RowOutcome rejected(String code) {
        return new RowOutcome(Kind.REJECTED, code, List.of());
    }

    static RowOutcome ineligible(List<FailedRule> failed) {
        return new RowOutcome(Kind.REJECTED, "application-ineligible", failed);
    }

    enum Kind {
        CREATED,
        UNCHANGED,
        REJECTED
    }
}
