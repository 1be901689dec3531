package org.linli.events;

import java.time.Instant;

/** A loan application on its way through the stages (rule L-1). */
public sealed interface LoanApplicationEvent extends DomainEvent {
    State application();

    /** @param stageDueAt the promised end of the stage */
    record State(
            String applicationId,
            String merchantId,
            String branchId,
            String organisationPath,
            String productCode,
            long amountFen,
            int termMonths,
            String stage,
            Instant stageEnteredAt,
            Instant stageDueAt) {}

    record Submitted(State application) implements LoanApplicationEvent {}

    record StageEntered(State application) implements LoanApplicationEvent {}

    /**
     * The promise of the stage is broken; told once for each time a stage is entered.
     *
     * @param noticedAt when it was noticed
     * @param breaches how many promises of this case are broken by now
     */
    record StageOverdue(State application, Instant noticedAt, int breaches) implements LoanApplicationEvent {}

    /**
     * The approval ended with a decision; after an appeal that may happen again. Being sent back is none.
     *
     * @param outcome {@code APPROVED} or {@code DECLINED}
     */
    record Decided(State application, String outcome, Instant submittedAt, Instant decidedAt)
            implements LoanApplicationEvent {}
}
