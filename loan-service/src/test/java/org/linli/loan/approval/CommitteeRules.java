package org.linli.loan.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.loan.approval.ApprovalExamples.EDITION;
import static org.linli.loan.approval.ApprovalExamples.NOON;
import static org.linli.loan.approval.ApprovalExamples.session;
import static org.linli.loan.approval.ApprovalExamples.vote;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.loan.approval.kernel.Majority;
import org.linli.loan.approval.kernel.Majority.Verdict;

/** Rule L-8: the committee of five, its quorum of four, its two thirds, and the chair's veto. */
class CommitteeRules {
    private static final Majority TWO_THIRDS = EDITION.majority();
    private static final Instant LATER = NOON.plusSeconds(60);

    @Test
    void two_thirds_of_the_votes_cast_carry() {
        assertThat(verdict(4, 1)).isEqualTo(Verdict.CARRIED);
        assertThat(verdict(3, 2)).as("three of five are less than two thirds").isEqualTo(Verdict.LOST);
        assertThat(verdict(3, 1)).as("three of four are more").isEqualTo(Verdict.CARRIED);
        assertThat(TWO_THIRDS.judge(4, 2, false)).as("exactly two thirds").isEqualTo(Verdict.CARRIED);
    }

    @Test
    void without_four_votes_nothing_is_decided() {
        assertThat(verdict(3, 0)).isEqualTo(Verdict.INQUORATE);
        assertThat(closed(session(3, 0), null).judgement()).isEmpty();
    }

    @Test
    void the_chair_turns_a_carried_proposal_down_and_a_lost_one_never_up() {
        CommitteeSession vetoed = closed(session(5, 0), veto());
        assertThat(vetoed.closing().verdict()).isEqualTo(Verdict.VETOED);
        assertThat(vetoed.judgement())
                .hasValueSatisfying(no -> assertThat(no.kind()).isEqualTo(Judgement.Kind.DECLINED));
        assertThat(closed(session(0, 5), veto()).closing().verdict()).isEqualTo(Verdict.LOST);
    }

    @Test
    void a_veto_with_questions_sends_the_case_back() {
        Closing.Veto questions = new Closing.Veto("先补充", List.of(), List.of("上季度的进货单据？"));
        assertThat(closed(session(5, 0), questions).judgement())
                .hasValueSatisfying(back -> assertThat(back.kind()).isEqualTo(Judgement.Kind.SENT_BACK));
    }

    @Test
    void an_excluded_member_neither_votes_nor_counts() {
        CommitteeSession four = session(3, 0).excluding("m4", conflict()).excluding("m2", conflict());
        assertThat(four.refusesVoteOf("m4", LATER)).contains(Refusal.EXCLUDED);
        assertThat(closed(four, null).closing().inFavour())
                .as("a vote cast before the conflict was found is not counted")
                .isEqualTo(2);
        assertThat(four.votes()).as("but it stays in the minutes").hasSize(3);
    }

    @Test
    void nobody_votes_twice_uninvited_or_after_the_end() {
        CommitteeSession open = session(1, 0);
        assertThat(open.refusesVoteOf("chair", LATER)).contains(Refusal.ALREADY_VOTED);
        assertThat(open.refusesVoteOf("stranger", LATER)).contains(Refusal.NOT_INVITED);
        assertThat(open.refusesVoteOf("m1", open.closesAt().minusMillis(1))).isEmpty();
        assertThat(open.refusesVoteOf("m1", open.closesAt())).contains(Refusal.VOTING_CLOSED);
        assertThat(closed(session(4, 0), null).refusesVoteOf("m4", LATER)).contains(Refusal.VOTING_CLOSED);
    }

    @Test
    void what_was_carried_is_the_proposal_and_what_was_lost_tells_why() {
        assertThat(closed(session(4, 1), null).judgement())
                .contains(session(0, 0).proposal());
        assertThat(closed(session(1, 3), null).judgement())
                .hasValueSatisfying(no -> assertThat(no.reasons()).containsExactly(DeclineReason.EXISTING_DEBT));
    }

    @Test
    void a_substitute_takes_an_excluded_members_place() {
        CommitteeSession full = session(0, 0).excluding("m1", conflict());
        assertThat(full.counting()).isEqualTo(4);
        CommitteeSession filled = full.with(Seat.of("m5", false));
        assertThat(filled.counting()).isEqualTo(5);
        assertThat(filled.with(vote("m5", true)).counted(Vote.Choice.FOR)).hasSize(1);
    }

    private static Verdict verdict(int inFavour, int against) {
        return closed(session(inFavour, against), null).closing().verdict();
    }

    private static CommitteeSession closed(CommitteeSession session, Closing.@Nullable Veto veto) {
        return session.closed(TWO_THIRDS, "chair", LATER, veto);
    }

    private static Closing.Veto veto() {
        return new Closing.Veto("行业集中度过高", List.of(DeclineReason.BANK_POLICY), List.of());
    }

    private static Seat.Exclusion conflict() {
        return new Seat.Exclusion(Seat.DECLARED, "邻居", "m4", NOON);
    }
}
