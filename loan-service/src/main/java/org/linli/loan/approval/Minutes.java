package org.linli.loan.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.CommitteeView.ClosingView;
import org.linli.loan.approval.DecisionView.InputView;
import org.linli.loan.approval.DecisionView.Parameters;
import org.linli.loan.approval.DecisionView.ReasonView;
import org.linli.loan.approval.DecisionView.TermsView;

/**
 * The minutes of a closed session (rule L-8): complete by themselves, so that they can be printed and filed.
 *
 * @param decision what follows for the case; null after a session without quorum
 */
record Minutes(
        String id,
        String applicationId,
        String merchantId,
        int round,
        int session,
        Parameters parameters,
        long askedFen,
        int askedMonths,
        List<InputView> inputs,
        String convenedBy,
        Instant convenedAt,
        Instant closesAt,
        @Nullable TermsView proposal,
        List<String> conditions,
        List<Attendance> members,
        ClosingView closing,
        @Nullable VetoView veto,
        @Nullable String decision,
        List<ReasonView> reasons,
        List<String> questions) {

    record Attendance(
            String member,
            boolean chair,
            boolean voted,
            @Nullable String exclusion,
            @Nullable String exclusionText,
            @Nullable String exclusionNote,
            @Nullable String excludedBy) {}

    record VetoView(String reason, List<ReasonView> reasons, List<String> questions) {}
}
