package org.linli.loan.policy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.loan.policy.kernel.PolicyExamples.aGoodCase;
import static org.linli.loan.policy.kernel.PolicyExamples.values;
import static org.linli.loan.policy.kernel.PolicyExamples.with;
import static org.linli.loan.policy.kernel.PolicyExamples.without;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.loan.policy.kernel.Scorecard.Bin;
import org.linli.loan.policy.kernel.Scorecard.Characteristic;

/** Named policies as pure functions: inputs in, a verdict with its reason and its trace out. */
class PolicyRules {
    @Test
    void a_good_case_passes_every_policy() {
        Assessment found = Assessment.of(aGoodCase(), values(), Policy.all());
        assertThat(found.verdict()).isEqualTo(Verdict.PASS);
        assertThat(found.findings()).hasSize(Policy.values().length).allMatch(one -> one.verdict() == Verdict.PASS);
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void no_policy_passes_a_case_of_which_nothing_is_known(Policy policy) {
        Assessment found = Assessment.of(Facts.NONE, values(), Set.of(policy));
        assertThat(found.findings()).extracting(Finding::verdict).containsExactly(Verdict.UNKNOWN);
        assertThat(found.verdict()).isEqualTo(Verdict.REFER);
    }

    @Test
    void a_case_that_nobody_judged_is_referred() {
        assertThat(Assessment.of(aGoodCase(), values(), Set.of()).verdict()).isEqualTo(Verdict.REFER);
    }

    @Test
    void one_refusal_outweighs_doubts_and_one_doubt_outweighs_passes() {
        Facts doubtful = aGoodCase().with(Fact.QUERIES_3_MONTHS, 7);
        assertThat(verdict(doubtful)).isEqualTo(Verdict.REFER);
        assertThat(verdict(doubtful.with(Fact.WRITTEN_OFF, true))).isEqualTo(Verdict.DECLINE);
    }

    @Test
    void the_trace_names_inputs_rule_and_reason() {
        Finding found = finding(Policy.FEW_QUERIES, aGoodCase().with(Fact.QUERIES_3_MONTHS, 7));
        assertThat(found.rule()).isEqualTo("QUERIES_3_MONTHS <= 6");
        assertThat(found.inputs()).containsOnlyKeys(Fact.QUERIES_3_MONTHS).containsValue("7");
        assertThat(found.reason()).isEqualTo("many-queries");
    }

    @Test
    void limits_are_inclusive() {
        assertThat(finding(Policy.FEW_QUERIES, aGoodCase().with(Fact.QUERIES_3_MONTHS, 6))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(finding(Policy.FEW_OTHER_LENDERS, aGoodCase().with(Fact.OTHER_LENDERS, 3))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(finding(Policy.TRADING_TIME, aGoodCase().with(Fact.TRADING_MONTHS, 3))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(finding(Policy.TRADING_TIME, aGoodCase().with(Fact.TRADING_MONTHS, 2))
                        .verdict())
                .isEqualTo(Verdict.DECLINE);
    }

    @Test
    void the_amount_is_at_most_half_of_a_years_turnover() {
        assertThat(finding(Policy.TURNOVER_COVERS_AMOUNT, aGoodCase().with(Fact.TURNOVER_12_MONTHS_FEN, 10_000_000))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(finding(Policy.TURNOVER_COVERS_AMOUNT, aGoodCase().with(Fact.TURNOVER_12_MONTHS_FEN, 9_999_999))
                        .reason())
                .isEqualTo("turnover-too-low");
    }

    @Test
    void the_heaviest_month_and_other_debts_are_weighed_against_what_is_left() {
        // 4,166.67 principal + 343.75 interest at 8.25 % + 900 elsewhere = 5,410.42 a month
        assertThat(Affordability.heaviestMonthFen(5_000_000, 12, Price.of(aGoodCase(), 600, values().pricing())))
                .isEqualTo(416_667 + 34_375);
        assertThat(burden(1_082_084)).isEqualTo(Verdict.PASS);
        assertThat(burden(1_082_083)).isEqualTo(Verdict.REFER);
        assertThat(burden(676_303)).isEqualTo(Verdict.REFER);
        assertThat(burden(676_302)).isEqualTo(Verdict.DECLINE);
        assertThat(burden(0)).isEqualTo(Verdict.DECLINE);
    }

    @Test
    void without_a_visit_a_fifth_of_the_turnover_stands_for_the_surplus() {
        Facts unvisited = without(aGoodCase(), Fact.MONTHLY_SURPLUS_FEN);
        Finding found = finding(Policy.BURDEN_BEARABLE, unvisited);
        assertThat(found.inputs()).containsKey(Fact.TURNOVER_12_MONTHS_FEN);
        assertThat(found.rule()).startsWith("burden 541042 fen of 2000000 fen");
    }

    @Test
    void points_decide_between_pass_refer_and_decline() {
        assertThat(score(600).verdict()).isEqualTo(Verdict.PASS);
        assertThat(score(601).verdict()).isEqualTo(Verdict.REFER);
        PolicyValues strict = with(with(values(), Threshold.SCORE_PASS, 700), Threshold.SCORE_REFER, 601);
        assertThat(Assessment.of(aGoodCase(), strict, Set.of(Policy.SCORE)).verdict())
                .isEqualTo(Verdict.DECLINE);
    }

    private static Finding score(long pass) {
        return Assessment.of(aGoodCase(), with(values(), Threshold.SCORE_PASS, pass), Set.of(Policy.SCORE))
                .findings()
                .get(0);
    }

    @Test
    void a_score_shows_the_points_of_every_characteristic() {
        Scorecard.Score score = PolicyExamples.scorecard().of(aGoodCase());
        assertThat(score.total()).isEqualTo(600);
        assertThat(score.parts()).extracting(Scorecard.Part::points).containsExactly(100, 0);
        assertThat(score.parts()).extracting(Scorecard.Part::bin).containsExactly("[12, )", "[1, )");
    }

    @Test
    void an_unknown_value_is_worth_what_the_scorecard_says_or_there_is_no_score() {
        Bin any = new Bin(null, null, null, 10);
        Scorecard forgiving = new Scorecard(0, List.of(new Characteristic(Fact.EMPLOYEES, List.of(any), -5)));
        assertThat(forgiving.of(Facts.NONE).total()).isEqualTo(-5);
        Scorecard strict = new Scorecard(0, List.of(new Characteristic(Fact.EMPLOYEES, List.of(any), null)));
        assertThat(strict.of(Facts.NONE).total()).isNull();
        assertThat(strict.of(Facts.NONE).missing()).containsExactly(Fact.EMPLOYEES);
    }

    @Test
    void codes_fall_into_their_bin_and_others_are_unknown() {
        Scorecard card = new Scorecard(
                0, List.of(new Characteristic(Fact.SECTOR, List.of(new Bin(null, null, Set.of("A", "B"), 7)), null)));
        assertThat(card.of(Facts.NONE.with(Fact.SECTOR, "B")).total()).isEqualTo(7);
        assertThat(card.of(Facts.NONE.with(Fact.SECTOR, "Z")).total()).isNull();
    }

    @Test
    void the_short_way_asks_everything_but_what_only_a_visit_knows() {
        assertThat(Policy.withoutInvestigation())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(
                        Policy.NO_UNDISCLOSED_LENDING,
                        Policy.SOFT_INFORMATION,
                        Policy.CROSS_CHECKS,
                        Policy.NOTHING_UNCHECKED)));
    }

    @Test
    void values_that_contradict_themselves_are_refused() {
        assertThatThrownBy(() -> with(values(), Threshold.SCORE_REFER, 601)).hasMessageContaining("at most SCORE_PASS");
        assertThatThrownBy(() -> new Bin(5L, 5L, null, 0)).hasMessageContaining("less than 5");
        assertThatThrownBy(() -> Facts.NONE.with(Fact.WRITTEN_OFF, "yes")).hasMessageContaining("not a FLAG");
    }

    @Test
    void the_same_inputs_give_the_same_answer() {
        assertThat(Assessment.of(aGoodCase(), values(), Policy.all()))
                .isEqualTo(Assessment.of(aGoodCase(), values(), Policy.all()));
    }

    private static Verdict burden(long surplus) {
        return finding(Policy.BURDEN_BEARABLE, aGoodCase().with(Fact.MONTHLY_SURPLUS_FEN, surplus))
                .verdict();
    }

    private static Verdict verdict(Facts facts) {
        return Assessment.of(facts, values(), Policy.all()).verdict();
    }

    private static Finding finding(Policy policy, Facts facts) {
        return Assessment.of(facts, values(), Set.of(policy)).findings().get(0);
    }
}
