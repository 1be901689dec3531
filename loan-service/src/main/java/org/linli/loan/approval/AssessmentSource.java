package org.linli.loan.approval;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;

/** Whoever assesses cases offers the result here. Without one, an assessment is not available, which is no pass. */
public interface AssessmentSource {
    /**
     * Empty: there is none (yet).
     *
     * @param freshSince not null: only one made since then counts, and only with a credit report that is new enough
     */
    Optional<Assessment> of(LoanCase loanCase, @Nullable Instant freshSince);
}
