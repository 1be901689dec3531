package org.linli.loan.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Collects what is known about a case; what nobody offers is recorded as not available. */
@Component
class CaseInputs {
    private final List<AssessmentSource> assessments;
    private final List<InvestigationSource> investigations;

    CaseInputs(ObjectProvider<AssessmentSource> assessments, ObjectProvider<InvestigationSource> investigations) {
        this.assessments = assessments.orderedStream().toList();
        this.investigations = investigations.orderedStream().toList();
    }

    /** @param freshSince null: whatever is known counts */
    List<InputSeen> of(LoanCase loanCase, @Nullable Instant freshSince) {
        InputSeen assessment = assessments.stream()
                .map(source -> source.of(loanCase, freshSince))
                .flatMap(Optional::stream)
                .findFirst()
                .map(InputSeen::of)
                .orElseGet(() -> InputSeen.unavailable(InputSeen.Kind.ASSESSMENT));
        InputSeen investigation = investigations.stream()
                .map(source -> source.of(loanCase))
                .flatMap(Optional::stream)
                .findFirst()
                .map(InputSeen::of)
                .orElseGet(() -> InputSeen.unavailable(InputSeen.Kind.INVESTIGATION));
        return List.of(assessment, investigation);
    }
}
