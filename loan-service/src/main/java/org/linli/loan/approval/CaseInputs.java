package org.linli.loan.approval;

import java.util.List;
import java.util.Optional;
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

    List<InputSeen> of(LoanCase loanCase) {
        InputSeen assessment = assessments.stream()
                .map(source -> source.of(loanCase))
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
