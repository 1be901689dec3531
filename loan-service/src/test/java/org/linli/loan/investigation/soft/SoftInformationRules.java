package org.linli.loan.investigation.soft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.loan.investigation.soft.SoftAnswer.Source;
import org.linli.loan.investigation.soft.SoftFindings.Deviation;
import org.linli.loan.investigation.soft.SoftFindings.Heard;
import org.linli.loan.investigation.soft.SoftFindings.Verdict;
import org.linli.loan.investigation.soft.SoftQuestions.Option;
import org.linli.loan.investigation.soft.SoftQuestions.Question;

/** Rule L-4: both answer the same questions; the score counts what they conclude, deviations show who says otherwise. */
class SoftInformationRules {
    private static final List<Option> OPTIONS =
            List.of(new Option("good", 4), new Option("fair", 3), new Option("poor", 1), new Option("bad", 0));
    private static final SoftQuestions QUESTIONS =
            new SoftQuestions(1, 25, List.of(new Question("habits", 3, OPTIONS), new Question("family", 1, OPTIONS)));

    @Test
    void the_best_answers_of_both_are_a_hundred() {
        assertThat(findings(all("good"), all("good")).score()).isEqualTo("100.0");
        assertThat(findings(all("bad"), all("bad")).score()).isEqualTo("0.0");
    }

    @Test
    void questions_count_by_their_weight() {
        List<SoftAnswer> mixed =
                List.of(answer("habits", Source.INVESTIGATOR, "good"), answer("family", Source.INVESTIGATOR, "bad"));
        assertThat(findings(mixed, mixed).score()).isEqualTo("75.0");
    }

    @Test
    void what_one_of_them_left_open_scores_nothing() {
        assertThat(findings(all("good"), List.of()).score()).isEqualTo("50.0");
    }

    @Test
    void what_the_applicant_says_of_himself_does_not_score() {
        List<SoftAnswer> own = List.of(answer("habits", Source.OWN_STATEMENT, "good"));
        assertThat(findings(own, own).score()).isEqualTo("0.0");
    }

    @Test
    void sources_that_agree_are_consistent_within_the_tolerance() {
        assertThat(habits(all("good"), all("fair"))).isEqualTo(Verdict.CONSISTENT);
        assertThat(habits(all("good"), all("poor"))).isEqualTo(Verdict.DEVIATING);
    }

    @Test
    void a_reference_that_says_otherwise_deviates() {
        List<SoftAnswer> contradicted = List.of(
                answer("habits", Source.OWN_STATEMENT, "good"),
                answer("habits", Source.REFERENCE, "bad"),
                answer("habits", Source.INVESTIGATOR, "fair"));
        SoftFindings found = findings(contradicted, all("fair"));
        Deviation habits = found.deviations().get(0);
        assertThat(habits.deviationPercent()).isEqualTo(100);
        assertThat(habits.points()).extracting(SoftFindings.Said::points).containsExactly(4, 0, 3, 3);
        assertThat(found.deviating()).isEqualTo(1);
    }

    @Test
    void a_single_source_is_unknown_and_not_consistent() {
        assertThat(habits(all("good"), List.of())).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void the_worst_that_was_found_is_concealed_unless_the_applicant_told_it() {
        SoftAnswer found = answer("habits", Source.INVESTIGATOR, "bad");
        SoftAnswer told = answer("habits", Source.OWN_STATEMENT, "bad");
        assertThat(findings(List.of(found), all("good")).concealed("habits")).contains(true);
        assertThat(findings(List.of(found, told), all("good")).concealed("habits"))
                .contains(false);
        assertThat(findings(all("good"), all("good")).concealed("habits")).contains(false);
        assertThat(findings(List.of(told), List.of()).concealed("habits"))
                .as("nobody looked")
                .isEmpty();
    }

    private static Verdict habits(List<SoftAnswer> branch, List<SoftAnswer> risk) {
        return findings(branch, risk).deviations().get(0).verdict();
    }

    private static SoftFindings findings(List<SoftAnswer> branch, List<SoftAnswer> risk) {
        return SoftFindings.of(QUESTIONS, List.of(new Heard("branch", branch), new Heard("risk", risk)));
    }

    private static List<SoftAnswer> all(String option) {
        return List.of(answer("habits", Source.INVESTIGATOR, option), answer("family", Source.INVESTIGATOR, option));
    }

    private static SoftAnswer answer(String question, Source source, String option) {
        return new SoftAnswer(question, source, option);
    }
}
