package org.linli.loan.disbursement;

import org.jspecify.annotations.Nullable;

/** A reason not to pay out. @param detail which one, where there may be several */
record FailedCondition(Kind kind, @Nullable String detail) {
    enum Kind {
        CONTRACT_NOT_SIGNED("contract-not-signed"),
        /** What is stored is not what was signed. */
        CONTRACT_ALTERED("contract-altered"),
        APPROVAL_LAPSED("approval-lapsed"),
        /** What was approved is no longer what was signed. */
        APPROVAL_CHANGED("approval-changed"),
        CONDITION_OPEN("condition-open");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    static FailedCondition of(Kind kind) {
        return new FailedCondition(kind, null);
    }
}
