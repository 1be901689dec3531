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
}
