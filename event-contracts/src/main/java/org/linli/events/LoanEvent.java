package org.linli.events;

import org.jspecify.annotations.Nullable;

/** A loan whose money has moved, and what becomes of it. */
public sealed interface LoanEvent extends DomainEvent {
    State loan();

    /**
     * Money in fen, the rate a decimal as text in percent a year, business dates {@code yyyy-MM-dd}.
     *
     * @param creditLineId the line it was drawn from; null for a loan of its own
     * @param maturesOn when the last instalment is due
     */
    record State(
            String loanId,
            String applicationId,
            @Nullable String creditLineId,
            String merchantId,
            String branchId,
            String organisationPath,
            String productCode,
            long amountFen,
            int termMonths,
            String annualRatePercent,
            String method,
            String dayCount,
            String disbursedOn,
            String maturesOn,
            String status) {}

    record Disbursed(State loan) implements LoanEvent {}

    /** The disbursement was taken back. */
    record Reversed(State loan) implements LoanEvent {}
}
