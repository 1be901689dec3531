package org.linli.loan.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.DecisionView.TermsView;

/**
 * A session as its members see it: who has voted, but only one's own vote until the closing.
 *
 * @param closing the result, once there is one
 */
record CommitteeView(
        String applicationId,
        int round,
        int session,
        boolean open,
        String convenedBy,
        Instant convenedAt,
        Instant closesAt,
        @Nullable TermsView proposal,
        List<String> conditions,
        List<MemberView> members,
        @Nullable VoteView ownVote,
        @Nullable ClosingView closing) {

    record MemberView(
            String member,
            boolean chair,
            boolean excluded,
            @Nullable String exclusion,
            @Nullable String exclusionText,
            boolean voted) {}

    record VoteView(String member, Vote.Choice choice, String reason, List<DeclineReason> declineReasons, Instant at) {
        static VoteView of(Vote vote) {
            return new VoteView(vote.member(), vote.choice(), vote.reason(), vote.declineReasons(), vote.at());
        }
    }

    record ClosingView(
            String by,
            Instant at,
            String verdict,
            String verdictText,
            int inFavour,
            int against,
            List<VoteView> votes) {}
}
