package org.linli.loan.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.kernel.Level;

/** A decision as staff see it, with everything it rests on. Money in fen, rates as decimal texts in percent a year. */
record DecisionView(
        String id,
        String applicationId,
        int round,
        String state,
        Level level,
        Level atLeast,
        Parameters parameters,
        long askedFen,
        int askedMonths,
        List<String> investigators,
        List<InputView> inputs,
        @Nullable TermsView terms,
        List<ConditionView> conditions,
        List<ReasonView> reasons,
        List<String> questions,
        @Nullable String note,
        @Nullable DeciderView decidedBy,
        @Nullable Instant decidedAt,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate appealUntil,
        List<Fact> trace,
        List<SessionSummary> committee,
        @Nullable AppealView appeal,
        @Nullable RenewalView renewal) {

    record Parameters(
            int version,
            LocalDate from,
            long branchUpToFen,
            long headOfficeUpToFen,
            long assessmentAboveFen,
            int seats,
            int quorum,
            String majority) {
        static Parameters of(ApprovalEdition edition) {
            return new Parameters(
                    edition.version(),
                    edition.from(),
                    edition.branchUpToFen(),
                    edition.headOfficeUpToFen(),
                    edition.assessmentAboveFen(),
                    edition.seats(),
                    edition.quorum(),
                    edition.majorityNumerator() + "/" + edition.majorityDenominator());
        }
    }

    record InputView(
            String kind,
            boolean available,
            @Nullable String reference,
            @Nullable String annualRatePercent,
            List<Fact> facts,
            int factsGiven) {
        static InputView of(InputSeen input) {
            return new InputView(
                    input.kind().name(),
                    input.available(),
                    input.reference(),
                    input.ratePercent(),
                    input.facts(),
                    input.factsGiven());
        }
    }

    record TermsView(long amountFen, int termMonths, String annualRatePercent, String method) {
        static @Nullable TermsView of(@Nullable Terms terms) {
            return terms == null
                    ? null
                    : new TermsView(
                            terms.amountFen(),
                            terms.termMonths(),
                            terms.ratePercent(),
                            terms.method().name());
        }
    }

    record ConditionView(
            String id,
            String text,
            String state,
            @Nullable String evidence,
            @Nullable String by,
            @Nullable Instant at) {
        static ConditionView of(Condition condition) {
            return new ConditionView(
                    condition.id(),
                    condition.text(),
                    condition.state().name(),
                    condition.evidence(),
                    condition.by(),
                    condition.at());
        }
    }

    record ReasonView(DeclineReason code, String text) {}

    record DeciderView(
            String subject,
            Level level,
            List<String> roles,
            @Nullable String organisation,
            List<String> deputyFor,
            @Nullable Long personalLimitFen) {
        static DeciderView of(Decider by) {
            return new DeciderView(
                    by.subject(), by.level(), by.roles(), by.organisation(), by.deputyFor(), by.personalLimitFen());
        }
    }

    /** Of a session that is open, nothing but that it is. */
    record SessionSummary(
            int number,
            boolean open,
            Instant closesAt,
            @Nullable String verdict) {}

    record AppealView(String reasons, Instant at) {}

    /** Why a lapsed approval is decided on anew. */
    record RenewalView(String reason, String by, Instant at) {}
}
