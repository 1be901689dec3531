package org.linli.loan.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.loan.approval.ApprovalExamples.EDITION;
import static org.linli.loan.approval.ApprovalExamples.NOON;
import static org.linli.loan.approval.ApprovalExamples.asking;
import static org.linli.loan.approval.ApprovalExamples.basis;
import static org.linli.loan.approval.ApprovalExamples.microLoan;
import static org.linli.loan.approval.ApprovalExamples.refusedBy;
import static org.linli.loan.approval.ApprovalExamples.terms;
import static org.linli.loan.approval.ApprovalExamples.yuan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.linli.loan.approval.kernel.Bands;
import org.linli.loan.approval.kernel.Bands.Alone;
import org.linli.loan.approval.kernel.Level;

/** Rule L-8: who may decide on how much, and on which terms. */
class ApprovalRules {
    private static final Bands BANDS = EDITION.bands();
    private static final OptionalLong NO_LIMIT = OptionalLong.empty();

    @Test
    void up_to_50_000_the_branch_head_decides_up_to_300_000_an_approver_above_the_committee() {
        assertThat(BANDS.levelFor(yuan(50_000))).isEqualTo(Level.BRANCH);
        assertThat(BANDS.levelFor(yuan(50_000) + 1)).isEqualTo(Level.HEAD_OFFICE);
        assertThat(BANDS.levelFor(yuan(300_000))).isEqualTo(Level.HEAD_OFFICE);
        assertThat(BANDS.levelFor(yuan(300_000) + 1)).isEqualTo(Level.COMMITTEE);
    }

    @Test
    void the_bands_published_with_a_product_take_the_place_of_the_usual_ones() {
        Bands own = EDITION.withBandsOf(microLoan()).bands();
        assertThat(own.levelFor(yuan(6_000)))
                .as("this one is the committee's whatever the amount")
                .isEqualTo(Level.COMMITTEE);
        assertThat(own.ceiling(Level.SYSTEM)).isZero();
    }

    @Test
    void nobody_decides_alone_above_their_band() {
        assertThat(alone(50_001, Level.BRANCH, NO_LIMIT)).isEqualTo(Alone.ABOVE_LIMIT);
        assertThat(alone(300_001, Level.HEAD_OFFICE, NO_LIMIT)).isEqualTo(Alone.ABOVE_LIMIT);
    }

    @Test
    void a_higher_level_may_decide_what_a_lower_one_may() {
        assertThat(alone(10_000, Level.HEAD_OFFICE, NO_LIMIT)).isEqualTo(Alone.ALLOWED);
    }

    @Test
    void a_limit_of_ones_own_replaces_the_band_whether_lower_or_higher() {
        assertThat(alone(30_001, Level.BRANCH, OptionalLong.of(yuan(30_000)))).isEqualTo(Alone.ABOVE_LIMIT);
        assertThat(alone(80_000, Level.BRANCH, OptionalLong.of(yuan(80_000)))).isEqualTo(Alone.ALLOWED);
    }

    @Test
    void a_limit_of_ones_own_lifts_nobody_to_the_level_that_an_appeal_goes_to() {
        assertThat(BANDS.alone(yuan(10_000), Level.BRANCH, Level.HEAD_OFFICE, OptionalLong.of(Long.MAX_VALUE)))
                .isEqualTo(Alone.HIGHER_LEVEL);
    }

    @Test
    void less_shorter_and_dearer_than_asked_may_be_approved() {
        assertThat(faults(terms(30_000, 6, "11.5"), "6.2")).isEmpty();
        assertThat(faults(terms(40_000, 12, "6.2"), "6.2")).isEmpty();
    }

    @Test
    void more_longer_or_cheaper_than_asked_and_priced_may_not() {
        assertThat(faults(terms(40_001, 12, "6.2"), "6.2")).containsExactly(TermsFault.AMOUNT_ABOVE_ASKED);
        assertThat(faults(terms(40_000, 13, "6.2"), "6.2")).containsExactly(TermsFault.TERM_LONGER_THAN_ASKED);
        assertThat(faults(terms(40_000, 12, "6.19"), "6.2")).containsExactly(TermsFault.RATE_BELOW_PRICE);
    }

    @Test
    void the_products_limits_hold_for_approvals_too_and_every_fault_is_named() {
        assertThat(faults(terms(4_999, 2, "12.01"), null))
                .containsExactly(
                        TermsFault.AMOUNT_OUTSIDE_PRODUCT,
                        TermsFault.TERM_OUTSIDE_PRODUCT,
                        TermsFault.RATE_OUTSIDE_PRODUCT);
        assertThat(faults(terms(40_000, 12, "4.34"), null)).containsExactly(TermsFault.RATE_OUTSIDE_PRODUCT);
    }

    @Test
    void what_an_approval_rests_on_may_be_missing_only_for_small_amounts() {
        assertThat(basis(50_000, Level.SYSTEM).missing()).isEmpty();
        assertThat(basis(50_001, Level.SYSTEM).missing())
                .as("not available is no pass")
                .containsExactly(InputSeen.Kind.ASSESSMENT, InputSeen.Kind.INVESTIGATION);
    }

    @Test
    void an_appeal_goes_to_the_next_higher_level_and_to_somebody_else() {
        Decision refused = refusedBy("head", Level.BRANCH);
        refused.appealed(new Appeal("营业额有误", "owner", NOON));
        Standing again = new Standing(asking(40_000, 12), List.of(refused));
        assertThat(again.atLeast()).isEqualTo(Level.HEAD_OFFICE);
        assertThat(again.decidedBefore()).containsExactly("head");
        assertThat(again.round()).isEqualTo(2);
        assertThat(Level.COMMITTEE.above())
                .as("the committee hears its own again")
                .isEqualTo(Level.COMMITTEE);
    }

    @Test
    void without_an_appeal_everybodys_level_is_the_amounts() {
        Standing again = new Standing(asking(40_000, 12), List.of(refusedBy("head", Level.BRANCH)));
        assertThat(again.atLeast()).isEqualTo(Level.SYSTEM);
        assertThat(again.decidedBefore()).isEmpty();
    }

    @Test
    void an_appeal_is_in_time_until_the_end_of_its_last_day() {
        Decision refused = refusedBy("head", Level.BRANCH);
        assertThat(refused.isAppealableOn(LocalDate.of(2026, 3, 25))).isTrue();
        assertThat(refused.isAppealableOn(LocalDate.of(2026, 3, 26))).isFalse();
    }

    @Test
    void one_stay_in_the_approval_is_decided_once() {
        Decision refused = refusedBy("head", Level.BRANCH);
        Standing same = new Standing(asking(40_000, 12, refused.stay()), List.of(refused));
        assertThat(same.closed()).contains(ApprovalOutcome.refused(Refusal.ALREADY_DECIDED));
        assertThat(new Standing(asking(40_000, 12), List.of(refused)).closed())
                .as("a later stay is a round of its own")
                .isEmpty();
    }

    private static Alone alone(long yuan, Level own, OptionalLong limit) {
        return BANDS.alone(yuan(yuan), own, Level.SYSTEM, limit);
    }

    private static List<TermsFault> faults(Terms terms, String price) {
        BigDecimal priced = price == null ? null : new BigDecimal(price);
        return TermsPolicy.faults(terms, asking(40_000, 12), microLoan(), priced);
    }
}
