package org.linli.merchant.onboarding;

import org.linli.starter.web.ProblemException;

/** What became of an application. */
public sealed interface Submission {
    record Received(Standing merchant) implements Submission {}

    record Refused(Reason reason) implements Submission {
        public ProblemException problem() {
            return switch (reason) {
                case LICENCE_ALREADY_REGISTERED -> ProblemException.conflict("licence-already-registered");
                case ALREADY_A_MERCHANT -> ProblemException.conflict("already-a-merchant");
            };
        }
    }

    enum Reason {
        LICENCE_ALREADY_REGISTERED,
        ALREADY_A_MERCHANT
    }
}
