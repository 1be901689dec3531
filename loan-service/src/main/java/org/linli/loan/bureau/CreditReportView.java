package org.linli.loan.bureau;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case's credit report for staff: facts, not the report. Money in fen.
 *
 * @param state NEW, NO_CONSENT, NOT_IDENTIFIED, WAITING, RECEIVED or REFUSED
 * @param nextAttemptAt when a waiting case is asked about again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CreditReportView(
        String applicationId,
        String state,
        @Nullable CreditReport report,
        @Nullable Instant receivedAt,
        int failures,
        @Nullable Instant waitingSince,
        @Nullable Instant nextAttemptAt,
        List<CreditCheck.Refusal> refusals,
        @Nullable Explained explanation) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Explained(
            String state,
            int months,
            String text,
            String by,
            Instant at,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason) {}

    static CreditReportView of(CreditCheck check, CreditReports reports) {
        return new CreditReportView(
                check.id(),
                check.state().name(),
                check.report(),
                check.receivedAt(),
                check.failures(),
                check.waitingSince(),
                check.nextAttemptAt(),
                check.refusals(),
                explained(check, reports));
    }

    private static @Nullable Explained explained(CreditCheck check, CreditReports reports) {
        Explanation given = check.explanation();
        return given == null
                ? null
                : new Explained(
                        given.state().name(),
                        given.months(),
                        reports.words(check, given),
                        given.by(),
                        given.at(),
                        given.decidedBy(),
                        given.decidedAt(),
                        given.reason());
    }
}
