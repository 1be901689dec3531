package org.linli.loan.application;

import java.util.List;
import org.linli.loan.foureyes.FourEyes;

/** What became of a draft. */
sealed interface VisitOutcome {
    record Saved(VisitDraft draft) implements VisitOutcome {}

    /** It was handed in, and answered so. */
    record HandedIn(SubmissionOutcome outcome) implements VisitOutcome {}

    record NoDraft() implements VisitOutcome {}

    /** Changed from another device since it was read. */
    record Stale() implements VisitOutcome {}

    /** It is an application by now, or about to be. */
    record Closed() implements VisitOutcome {}

    record TooMany(int most) implements VisitOutcome {}

    record Incomplete(List<String> missing) implements VisitOutcome {}

    /** No such merchant, or none of the caller's branches (rule P-1). */
    record NoMerchant() implements VisitOutcome {}

    /** The business is the caller's own or a relative's (rule P-2). */
    record FourEyesConflict(FourEyes.Reason reason) implements VisitOutcome {}
}
