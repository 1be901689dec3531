package org.linli.merchant.abuse;

import org.linli.merchant.foureyes.FourEyes;

/** What became of a decision on an alert. */
sealed interface AlertResult {
    record Done(Alert alert) implements AlertResult {}

    record Conflict(FourEyes.Reason reason) implements AlertResult {}

    record Refused(Reason reason) implements AlertResult {}

    /** Why not. */
    enum Reason {
        UNKNOWN,
        ILLEGAL_STATE
    }
}
