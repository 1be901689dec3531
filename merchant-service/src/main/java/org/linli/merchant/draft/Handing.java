package org.linli.merchant.draft;

import java.util.List;
import org.linli.merchant.onboarding.Standing;
import org.linli.merchant.onboarding.Submission;
import org.linli.starter.web.FieldProblem;

/** What became of a draft that was handed in. */
sealed interface Handing {
    record Received(Standing merchant) implements Handing {}

    /** One entry per field that is missing or wrong, and per missing paper. */
    record Incomplete(List<FieldProblem> problems) implements Handing {}

    record Refused(Submission.Refused reason) implements Handing {}

    record NoDraft() implements Handing {}
}
