package org.linli.loan.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.loan.history.statistics.Judgement;
import org.linli.loan.history.statistics.Sample;
import org.linli.loan.history.statistics.ScorecardFit;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Scorecard;

/**
 * Prints how well a scorecard fitted to 70 % of the real loans judges the other 30 %, and for comparison what the column
 * Term would pretend. Run by name: {@code -Dtest=ScorecardBenchmark}.
 */
class ScorecardBenchmark {
    @Test
    void how_well_does_it_judge_loans_that_it_has_not_seen() throws Exception {
        assumeTrue(Files.isRegularFile(SbaRows.file()), "skipped, no such file: " + SbaRows.file());
        List<PastLoan> loans = SbaRows.loans();
        Fitting.Fitted fitted = Fitting.fit(loans);
        print("on loans that it has not seen", fitted.onUnseen());
        print("on the loans that it was fitted to", fitted.onFitted());
        fitted.scorecard().characteristics().forEach(one -> say("  %-22s %s", one.fact(), points(one)));
        say("with Term, which was overwritten when a loan ended (not used): AUC %.3f", withTerm());
        assertThat(fitted.onUnseen().auc()).isGreaterThan(0.5);
    }

    private static String points(Scorecard.Characteristic one) {
        return one.bins().stream()
                        .map(bin -> (bin.codes() == null
                                        ? "[" + bin.from() + "," + bin.below() + ")"
                                        : bin.codes().toString())
                                + "=" + bin.points())
                        .toList()
                + " missing=" + one.missingPoints();
    }

    private static double withTerm() throws Exception {
        List<Sample> seen = new java.util.ArrayList<>();
        List<Sample> unseen = new java.util.ArrayList<>();
        for (var row : SbaRows.rows()) {
            try {
                PastLoan loan = SbaMapping.loan(column -> row.findField(column).orElseThrow());
                Sample sample = new Sample(
                        loan.known().with(Fact.TERM_MONTHS, Long.parseLong(row.getField("Term"))), loan.bad());
                (loan.isForFitting() ? seen : unseen).add(sample);
            } catch (IllegalArgumentException noCase) {
                // left out here as it is in the import
            }
        }
        Set<Fact> inputs = new java.util.HashSet<>(Fitting.INPUTS);
        inputs.add(Fact.TERM_MONTHS);
        return Judgement.of(ScorecardFit.of(seen, inputs), unseen).auc();
    }

    private static void print(String where, Judgement found) {
        say("%s: %d good, %d bad, AUC %.3f, KS %.3f", where, found.good(), found.bad(), found.auc(), found.ks());
        found.curve()
                .forEach(step -> say(
                        "  from %4d points: approved %5.1f %%, bad among them %5.1f %%",
                        step.fromPoints(), step.approvalRate() * 100, step.badRate() * 100));
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
