package org.linli.loan.policy;

import java.time.LocalDate;
import org.linli.loan.foureyes.FourEyes;

/** What became of reviewing a version. */
sealed interface PolicyReview {
    record Done(PolicyVersion version) implements PolicyReview {}

    /** It was accepted or turned down before, which stays. */
    record Reviewed(PolicyVersion version) implements PolicyReview {}

    record FourEyesConflict(FourEyes.Reason reason) implements PolicyReview {}

    /** Nothing comes into force in the past: decisions of those days would have no version. */
    record InThePast(LocalDate earliest) implements PolicyReview {}

    record Absent() implements PolicyReview {}
}
