package org.linli.loan.policy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.loan.policy.kernel.PolicyExamples.aGoodCase;
import static org.linli.loan.policy.kernel.PolicyExamples.values;
import static org.linli.loan.policy.kernel.PolicyExamples.with;
import static org.linli.loan.policy.kernel.PolicyExamples.without;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule L-7: what forbids a loan outright, and the one veto that an accepted explanation lifts. */
class VetoRules {
    @Test
    void seven_overdue_months_in_a_row_forbid_the_loan() {
        assertThat(vetoes(aGoodCase().with(Fact.OVERDUE_MONTHS_IN_A_ROW, 7))).containsExactly("long-arrears");
        assertThat(vetoes(aGoodCase().with(Fact.OVERDUE_MONTHS_IN_A_ROW, 6))).isEmpty();
    }

    @Test
    void an_accepted_explanation_lifts_that_veto_alone() {
        Facts explained = aGoodCase().with(Fact.OVERDUE_MONTHS_IN_A_ROW, 9).with(Fact.ARREARS_EXPLAINED, true);
        assertThat(vetoes(explained)).isEmpty();
        assertThat(vetoes(explained.with(Fact.CURRENT_OVERDUE_FEN, 1))).containsExactly("current-overdue");
        assertThat(vetoes(explained.with(Fact.ARREARS_EXPLAINED, false))).containsExactly("long-arrears");
    }

    @Test
    void one_fen_overdue_at_present_forbids_the_loan() {
        assertThat(vetoes(aGoodCase().with(Fact.CURRENT_OVERDUE_FEN, 1))).containsExactly("current-overdue");
    }

    @Test
    void written_off_debt_an_execution_and_undisclosed_lending_forbid_the_loan() {
        assertThat(vetoes(aGoodCase().with(Fact.WRITTEN_OFF, true))).containsExactly("written-off-debt");
        assertThat(vetoes(aGoodCase().with(Fact.EXECUTED, true))).containsExactly("executed-person");
        assertThat(vetoes(aGoodCase().with(Fact.UNDISCLOSED_LENDING, true))).containsExactly("undisclosed-lending");
    }

    @Test
    void every_veto_that_applies_is_named() {
        Facts bad = aGoodCase().with(Fact.EXECUTED, true).with(Fact.WRITTEN_OFF, true);
        assertThat(vetoes(bad)).containsExactly("written-off-debt", "executed-person");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fact.class,
            names = {
                "OVERDUE_MONTHS_IN_A_ROW",
                "CURRENT_OVERDUE_FEN",
                "WRITTEN_OFF",
                "EXECUTED",
                "UNDISCLOSED_LENDING",
                "REPORT_AGE_DAYS"
            })
    void without_the_reports_facts_a_case_is_referred_and_never_passes(Fact missing) {
        Assessment found = Assessment.of(without(aGoodCase(), missing), values(), Policy.all());
        assertThat(found.verdict()).isEqualTo(Verdict.REFER);
        assertThat(found.objections()).extracting(Finding::verdict).containsOnly(Verdict.UNKNOWN);
        assertThat(found.objections()).flatExtracting(Finding::missing).contains(missing);
    }

    @Test
    void an_old_report_is_no_pass() {
        Facts old = aGoodCase().with(Fact.REPORT_AGE_DAYS, 31);
        assertThat(Assessment.of(old, values(), Policy.all()).verdict()).isEqualTo(Verdict.REFER);
    }

    @Test
    void no_version_of_the_policies_is_milder_than_seven_months() {
        assertThatThrownBy(() -> with(values(), Threshold.ARREARS_VETO_MONTHS, 8))
                .hasMessage("ARREARS_VETO_MONTHS: 8 (expected: 1..7)");
    }

    private static java.util.List<String> vetoes(Facts facts) {
        Assessment found = Assessment.of(facts, values(), Policy.all());
        assertThat(found.verdict() == Verdict.DECLINE).isEqualTo(!found.vetoes().isEmpty());
        return found.vetoes().stream().map(Finding::reason).toList();
    }
}
