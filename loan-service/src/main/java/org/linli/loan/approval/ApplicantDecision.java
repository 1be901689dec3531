package org.linli.loan.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.DecisionView.ReasonView;
import org.linli.loan.approval.DecisionView.TermsView;

/**
 * A decision as the applicant reads it.
 *
 * @param appealUntil the last day for an appeal; null when none is possible
 */
record ApplicantDecision(
        String applicationId,
        String decision,
        String decisionName,
        Instant decidedAt,
        @Nullable TermsView terms,
        List<ConditionLine> conditions,
        List<ReasonView> reasons,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate appealUntil,
        @Nullable Instant appealedAt) {
    record ConditionLine(String text, boolean open) {}
}
