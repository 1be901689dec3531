package org.linli.loan.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a case went so far, for figures: no amounts, no names.
 *
 * @param managerId the named account manager, as long as one is named
 * @param steps the stages on the way, oldest first
 * @param waits when the clock stood; the last one may go on
 * @param breaches how many promises were broken
 */
public record CaseHistory(
        String id,
        String branchId,
        @Nullable String managerId,
        String productCode,
        Instant submittedAt,
        Stage stage,
        List<Step> steps,
        List<Wait> waits,
        int breaches) {

    /** @param leftAt null while the case is in it */
    public record Step(
            Stage stage, Instant enteredAt, @Nullable Instant leftAt) {}

    /** @param until null while it goes on */
    public record Wait(Instant from, @Nullable Instant until) {}

    static CaseHistory of(LoanApplication application) {
        Submission asked = application.submission();
        return new CaseHistory(
                application.id(),
                asked.branchId(),
                application
                        .handling()
                        .assignee("ACCOUNT_MANAGER")
                        .map(Assignee::staffId)
                        .orElse(null),
                asked.productCode(),
                asked.submittedAt(),
                application.stage(),
                steps(application.history()),
                application.handling().questions().stream()
                        .map(question -> new Wait(question.askedAt(), question.endedAt()))
                        .toList(),
                application.handling().breaches().size());
    }

    private static List<Step> steps(List<StageEntry> entries) {
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            StageEntry entry = entries.get(at);
            Instant left = at + 1 < entries.size() ? entries.get(at + 1).enteredAt() : null;
            steps.add(new Step(entry.stage(), entry.enteredAt(), left));
        }
        return steps;
    }

    /** When it was first decided. */
    public Optional<Instant> decidedAt() {
        return decisions().stream().findFirst().map(Step::enteredAt);
    }

    /** How it was last decided; empty before the first decision. */
    public Optional<Boolean> approved() {
        return decisions().stream().reduce((earlier, later) -> later).map(step -> step.stage() != Stage.DECLINED);
    }

    private List<Step> decisions() {
        List<Step> decisions = new ArrayList<>();
        for (int at = 1; at < steps.size(); at++) {
            if (steps.get(at - 1).stage() == Stage.APPROVAL
                    && steps.get(at).stage().isDecision()) {
                decisions.add(steps.get(at));
            }
        }
        return decisions;
    }
}
