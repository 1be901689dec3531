package org.linli.loan.application;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param workingDaysLeft until the promised end of the stage; negative when it is past, null when the clock stands or
 *     nothing is left to do
 * @param waitingFor what the bank has asked the applicant; the clock stands meanwhile
 * @param breaches how many promises were broken on the way
 * @param escalatedTo who was told that the promise of this stage is broken
 * @param nextStep what happens next, for people
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
        @Nullable Integer workingDaysLeft,
        @Nullable WaitingView waitingFor,
        int breaches,
        @Nullable ResponsibleView escalatedTo,
        Instant decisionDueAt,
        ResponsibleView responsible,
        String nextStep,
        int productVersion,
        List<StageView> stages) {

    /** @param name of the person who is named, as long as one is */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResponsibleView(
            String organisationId,
            String role,
            String roleName,
            @Nullable String staffId,
            @Nullable String name) {}

    record WaitingView(String question, Instant since) {}

    record StageView(String stage, String stageName, Instant enteredAt, Instant dueAt) {}
}
