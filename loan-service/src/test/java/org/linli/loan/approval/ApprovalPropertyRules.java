package org.linli.loan.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.loan.approval.ApprovalExamples.EDITION;

import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.linli.loan.approval.kernel.Bands;
import org.linli.loan.approval.kernel.Bands.Alone;
import org.linli.loan.approval.kernel.Level;
import org.linli.loan.approval.kernel.Majority;
import org.linli.loan.approval.kernel.Majority.Verdict;

/** Rule L-8, whatever the amount and however the votes fall. */
class ApprovalPropertyRules {
    private static final Bands BANDS = EDITION.bands();
    private static final Majority TWO_THIRDS = EDITION.majority();
    private static final OptionalLong NO_LIMIT = OptionalLong.empty();

    @Property
    void whoever_may_decide_on_an_amount_may_decide_on_less(
            @ForAll @LongRange(min = 1, max = 100_000_000) long amount,
            @ForAll @LongRange(min = 0, max = 100_000_000) long less,
            @ForAll Level own) {
        if (less <= amount && BANDS.alone(amount, own, Level.SYSTEM, NO_LIMIT) == Alone.ALLOWED) {
            assertThat(BANDS.alone(less, own, Level.SYSTEM, NO_LIMIT)).isEqualTo(Alone.ALLOWED);
        }
    }

    @Property
    void the_level_of_an_amount_may_decide_on_it(@ForAll @LongRange(min = 1, max = 100_000_000) long amount) {
        assertThat(BANDS.alone(amount, BANDS.levelFor(amount), Level.SYSTEM, NO_LIMIT))
                .isEqualTo(Alone.ALLOWED);
    }

    @Property
    void one_more_vote_for_never_turns_a_carried_proposal_down(
            @ForAll @IntRange(max = 15) int inFavour, @ForAll @IntRange(max = 15) int against) {
        if (TWO_THIRDS.judge(inFavour, against, false) == Verdict.CARRIED) {
            assertThat(TWO_THIRDS.judge(inFavour + 1, against, false)).isEqualTo(Verdict.CARRIED);
        }
    }

    @Property
    void one_more_vote_against_never_carries_a_lost_proposal(
            @ForAll @IntRange(max = 15) int inFavour, @ForAll @IntRange(max = 15) int against) {
        if (TWO_THIRDS.judge(inFavour, against, false) == Verdict.LOST) {
            assertThat(TWO_THIRDS.judge(inFavour, against + 1, false)).isEqualTo(Verdict.LOST);
        }
    }

    @Property
    void a_veto_only_ever_turns_carried_into_vetoed(
            @ForAll @IntRange(max = 15) int inFavour, @ForAll @IntRange(max = 15) int against) {
        Verdict without = TWO_THIRDS.judge(inFavour, against, false);
        Verdict with = TWO_THIRDS.judge(inFavour, against, true);
        assertThat(with).isEqualTo(without == Verdict.CARRIED ? Verdict.VETOED : without);
    }

    @Property
    void carried_means_a_quorum_and_a_share_of_at_least_two_thirds(
            @ForAll @IntRange(max = 15) int inFavour, @ForAll @IntRange(max = 15) int against) {
        boolean carried = inFavour + against >= 4 && 3 * inFavour >= 2 * (inFavour + against);
        assertThat(TWO_THIRDS.judge(inFavour, against, false) == Verdict.CARRIED)
                .isEqualTo(carried);
    }
}
