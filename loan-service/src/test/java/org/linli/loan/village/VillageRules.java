package org.linli.loan.village;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.loan.customerfile.FileFacts;
import org.linli.loan.customerfile.FileKind;
import org.linli.loan.foureyes.FourEyes;
import org.linli.loan.foureyes.FourEyes.Decider;
import org.linli.loan.village.CreditOutcome.Changed;
import org.linli.loan.village.CreditOutcome.Reason;
import org.linli.loan.village.CreditOutcome.Refused;
import org.linli.loan.village.LimitPolicy.Suggestion;
import org.linli.loan.village.Signature.Security;

/** Sunshine credit: file, limit, public notice, signature, use. */
class VillageRules {
    private static final LimitPolicy POLICY = new LimitPolicy(24, 50, 50, yuan(5_000), yuan(100_000), yuan(1_000));
    private static final Suggestion TWENTY_THOUSAND =
            new Suggestion(Suggestion.Kind.LIMIT, yuan(20_000), yuan(30_000), yuan(100_000), yuan(20_000));
    private static final LocalDate DAY = LocalDate.of(2026, 2, 26);
    private static final Decider HEAD = decider("head");

    private final VillageCredit credit = VillageCredit.filed("C1", "V1", "F1", "王*", "/hq/B01/", "manager");

    @Test
    void a_limit_is_what_the_surplus_repays_and_the_possessions_back() {
        Suggestion bySurplus = POLICY.suggest(facts(yuan(5_000), yuan(2_000), yuan(500), yuan(200_000), yuan(10_000)));
        assertThat(bySurplus)
                .isEqualTo(
                        new Suggestion(Suggestion.Kind.LIMIT, yuan(30_000), yuan(95_000), yuan(100_000), yuan(30_000)));
        Suggestion byAssets = POLICY.suggest(facts(yuan(50_000), yuan(2_000), 0L, yuan(60_001), yuan(10_000)));
        assertThat(byAssets.limitFen()).isEqualTo(yuan(25_000));
        Suggestion byMost = POLICY.suggest(facts(yuan(50_000), 0L, 0L, yuan(900_000), 0));
        assertThat(byMost.limitFen()).isEqualTo(yuan(100_000));
    }

    @Test
    void what_is_not_stated_makes_no_limit_and_is_not_taken_for_nothing() {
        assertThat(POLICY.suggest(facts(null, 0L, 0L, yuan(100_000), 0)).kind()).isEqualTo(Suggestion.Kind.UNKNOWN);
        assertThat(POLICY.suggest(facts(yuan(5_000), null, 0L, yuan(100_000), 0))
                        .kind())
                .isEqualTo(Suggestion.Kind.UNKNOWN);
        assertThat(POLICY.suggest(facts(yuan(5_000), 0L, null, yuan(100_000), 0))
                        .kind())
                .isEqualTo(Suggestion.Kind.UNKNOWN);
    }

    @Test
    void who_spends_more_than_is_earned_or_owes_more_than_is_owned_gets_no_limit() {
        assertThat(POLICY.suggest(facts(yuan(2_000), yuan(3_000), 0L, yuan(100_000), 0))
                        .kind())
                .isEqualTo(Suggestion.Kind.TOO_LITTLE);
        assertThat(POLICY.suggest(facts(yuan(9_000), yuan(3_000), 0L, yuan(100_000), yuan(100_001)))
                        .kind())
                .isEqualTo(Suggestion.Kind.TOO_LITTLE);
    }

    @Property(tries = 300)
    void a_limit_is_whole_steps_within_the_smallest_and_the_largest(
            @ForAll @LongRange(min = 0, max = 10_000_000) long income,
            @ForAll @LongRange(min = 0, max = 10_000_000) long expenses,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long assets,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long debts) {
        Suggestion suggested = POLICY.suggest(facts(income, expenses, 0L, assets, debts));
        if (suggested.kind() == Suggestion.Kind.LIMIT) {
            assertThat(suggested.limitFen())
                    .isBetween(yuan(5_000), yuan(100_000))
                    .isLessThanOrEqualTo(suggested.fromSurplusFen())
                    .isLessThanOrEqualTo(suggested.fromAssetsFen());
            assertThat(suggested.limitFen() % yuan(1_000)).isZero();
        } else {
            assertThat(suggested.limitFen()).isZero();
        }
    }

    @Test
    void staff_may_set_less_than_suggested_and_never_more() {
        assertThat(credit.credit(TWENTY_THOUSAND, yuan(20_001), "manager"))
                .isEqualTo(new Refused(Reason.ABOVE_SUGGESTION, yuan(20_000)));
        assertThat(credit.credit(TWENTY_THOUSAND, yuan(15_000), "manager")).isInstanceOf(Changed.class);
        assertThat(credit.limitFen()).isEqualTo(yuan(15_000));
        assertThat(credit.stage()).isEqualTo(CreditStage.CREDITED);
    }

    @Test
    void who_prepared_a_limit_does_not_publish_it() {
        credit.credit(TWENTY_THOUSAND, null, "assistant");
        for (String one : List.of("manager", "assistant")) {
            assertThat(credit.publish(DAY, 7, decider(one)))
                    .isEqualTo(new Refused(Reason.FOUR_EYES, FourEyes.Reason.PREPARED_IT));
        }
        assertThat(credit.publish(DAY, 7, HEAD)).isInstanceOf(Changed.class);
    }

    @Test
    void nothing_is_published_without_a_limit() {
        assertThat(credit.publish(DAY, 7, HEAD)).isEqualTo(new Refused(Reason.WRONG_STAGE, CreditStage.FILED));
    }

    @Test
    void nothing_is_signed_before_the_objection_period_is_over() {
        published();
        LocalDate last = LocalDate.of(2026, 3, 5);
        assertThat(credit.sign(signature(last))).isEqualTo(new Refused(Reason.OBJECTION_PERIOD_OPEN, last));
        assertThat(credit.sign(signature(last.plusDays(1)))).isInstanceOf(Changed.class);
        assertThat(credit.stage()).isEqualTo(CreditStage.SIGNED);
    }

    @Test
    void the_objection_period_counts_full_days_across_the_end_of_a_leap_february() {
        assertThat(Notice.of(LocalDate.of(2028, 2, 26), 7, "head").objectionsUntil())
                .isEqualTo(LocalDate.of(2028, 3, 4));
    }

    @Test
    void one_may_object_on_the_last_day_and_not_on_the_next() {
        published();
        assertThat(credit.object(objection("o1", DAY.plusDays(7)))).isInstanceOf(Changed.class);
        assertThat(credit.object(objection("o2", DAY.plusDays(8))))
                .isEqualTo(new Refused(Reason.OBJECTION_PERIOD_OVER, DAY.plusDays(7)));
    }

    @Test
    void the_same_objection_sent_twice_is_one_even_when_the_period_ended_in_between() {
        published();
        credit.object(objection("o1", DAY.plusDays(7)));
        assertThat(credit.object(objection("o1", DAY.plusDays(8)))).isInstanceOf(Changed.class);
        assertThat(credit.objections()).hasSize(1);
    }

    @Test
    void an_objection_without_an_answer_holds_the_signature_up() {
        published();
        credit.object(objection("o1", DAY));
        assertThat(credit.sign(signature(DAY.plusDays(30)))).isEqualTo(Refused.of(Reason.OBJECTIONS_OPEN));
        credit.resolve("o1", resolution(Objection.Verdict.DISMISSED), HEAD);
        assertThat(credit.sign(signature(DAY.plusDays(30)))).isInstanceOf(Changed.class);
    }

    @Test
    void an_objection_that_is_upheld_makes_the_limit_void() {
        published();
        credit.object(objection("o1", DAY));
        assertThat(credit.resolve("o1", resolution(Objection.Verdict.UPHELD), decider("manager")))
                .isInstanceOf(Refused.class);
        assertThat(credit.resolve("o1", resolution(Objection.Verdict.UPHELD), HEAD))
                .isInstanceOf(Changed.class);
        assertThat(credit.stage()).isEqualTo(CreditStage.FILED);
        assertThat(credit.limitFen()).isNull();
        assertThat(credit.sign(signature(DAY.plusDays(30)))).isInstanceOf(Refused.class);
        assertThat(credit.resolve("o1", resolution(Objection.Verdict.DISMISSED), HEAD))
                .isEqualTo(Refused.of(Reason.OBJECTION_RESOLVED));
    }

    @Test
    void a_published_limit_is_not_changed() {
        published();
        assertThat(credit.credit(TWENTY_THOUSAND, null, "manager"))
                .isEqualTo(new Refused(Reason.WRONG_STAGE, CreditStage.PUBLISHED));
    }

    @Test
    void nothing_is_drawn_before_it_is_signed_and_one_loan_counts_once() {
        published();
        assertThat(credit.use("L1")).isEqualTo(new Refused(Reason.WRONG_STAGE, CreditStage.PUBLISHED));
        credit.sign(signature(DAY.plusDays(30)));
        credit.use("L1");
        credit.use("L1");
        assertThat(credit.loanIds()).containsExactly("L1");
        assertThat(credit.stage()).isEqualTo(CreditStage.USED);
    }

    @Test
    void the_funnel_tells_shares_and_nothing_where_nobody_is() {
        Funnel funnel = Funnel.of(120, 90, 60, 60, 31, 0);
        assertThat(funnel.filed().percent()).isEqualByComparingTo("75.0");
        assertThat(funnel.signed().percent()).isEqualByComparingTo("34.4");
        assertThat(funnel.used().percent()).isEqualByComparingTo("0");
        assertThat(Funnel.of(120, 0, 0, 0, 0, 0).credited().percent()).isNull();
    }

    private void published() {
        credit.credit(TWENTY_THOUSAND, null, "manager");
        credit.publish(DAY, 7, HEAD);
    }

    private static Objection objection(String id, LocalDate on) {
        return new Objection(id, "sealed", on, "teller", null);
    }

    private static Objection.Resolution resolution(Objection.Verdict verdict) {
        return new Objection.Resolution(verdict, "sealed", "head", DAY);
    }

    private static Signature signature(LocalDate on) {
        return new Signature(on, Security.CREDIT, "HT-1", "manager");
    }

    private static Decider decider(String subject) {
        return new Decider(subject, Set.of(), Set.of());
    }

    private static long yuan(long yuan) {
        return yuan * 100;
    }

    private static FileFacts facts(
            @Nullable Long income, @Nullable Long expenses, @Nullable Long repayments, long assets, long debts) {
        return new FileFacts(
                "F1",
                FileKind.HOUSEHOLD,
                "/hq/B01/",
                true,
                assets,
                debts,
                false,
                income,
                expenses,
                repayments,
                List.of(),
                List.of(),
                null);
    }
}
