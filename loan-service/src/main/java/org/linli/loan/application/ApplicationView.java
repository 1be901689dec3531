package org.linli.loan.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application as its owner and the staff see it (rule L-1): where it is, until when, in whose hands. Money in fen.
 *
 * @param stageDueAt the promised end of the stage; null when nothing is left to do
 * @param overdue the promise is broken
 * @param decisionDueAt the promised day of the decision
 * @param stages the way so far, oldest first
 */
record ApplicationView(
        String id,
        String merchantId,
        String merchantName,
        String branchId,
        String productCode,
        String productName,
        long amountFen,
        int termMonths,
        String purpose,
        LocalDate businessStartedOn,
        Instant submittedAt,
        String stage,
        String stageName,
        Instant stageEnteredAt,
        @Nullable Instant stageDueAt,
        boolean overdue,
        Instant decisionDueAt,
        ResponsibleView responsible,
        List<StageView> stages) {

    record ResponsibleView(String organisationId, String role, String roleName) {}

    record StageView(String stage, String stageName, Instant enteredAt, Instant dueAt) {}
}
