package org.linli.loan.wiring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.linli.loan.approval.Assessment;
import org.linli.loan.approval.AssessmentSource;
import org.linli.loan.approval.Fact;
import org.linli.loan.investigation.CompletedInvestigation;
import org.linli.loan.investigation.Investigations;
import org.linli.loan.policy.Assessments;
import org.linli.loan.policy.CaseAssessment;
import org.linli.loan.policy.kernel.Policy;
import org.linli.loan.policy.kernel.Price;
import org.linli.loan.policy.kernel.Verdict;
import org.springframework.stereotype.Component;

/**
 * What the policies say, for whoever decides. They are asked anew when there is no answer yet, or none that knows what
 * the investigation found.
 */
@Component
class AssessmentForApproval implements AssessmentSource {
    private static final String SYSTEM = "system:approval";

    private final Assessments assessments;
    private final Investigations investigations;

    AssessmentForApproval(Assessments assessments, Investigations investigations) {
        this.assessments = assessments;
        this.investigations = investigations;
    }

    @Override
    public Optional<Assessment> of(LoanCase loanCase, @Nullable Instant freshSince) {
        return assessments
                .of(loanCase.id())
                .filter(this::isLatest)
                .filter(known -> isFresh(known, freshSince))
                .or(() -> assessments.assess(loanCase, Policy.all(), SYSTEM))
                .filter(found -> isFresh(found, freshSince))
                .map(AssessmentForApproval::told);
    }

    /** While the bureau is away an old report is all there is, and a lapsed approval waits. */
    private static boolean isFresh(CaseAssessment found, @Nullable Instant since) {
        return since == null
                || !found.at().isBefore(since)
                        && found.assessment().findings().stream()
                                .anyMatch(finding -> finding.policy() == Policy.CREDIT_REPORT_FRESH
                                        && finding.verdict() == Verdict.PASS);
    }

    private boolean isLatest(CaseAssessment known) {
        return investigations
                .completed(known.caseId())
                .map(CompletedInvestigation::completedAt)
                .filter(known.at()::isBefore)
                .isEmpty();
    }

    /** A price without a score is shown in the trace, but binds nobody. */
    private static Assessment told(CaseAssessment found) {
        Price price = found.assessment().price();
        return new Assessment(
                "policies " + found.policyVersion() + ", run " + found.number(),
                price.provisional() ? null : price.ratePercent(),
                trace(found));
    }

    static List<Fact> trace(CaseAssessment found) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("verdict", found.assessment().verdict().name()));
        facts.add(new Fact("points", String.valueOf(found.assessment().score().total())));
        found.assessment()
                .findings()
                .forEach(finding -> facts.add(new Fact(
                        finding.policy().name(), finding.verdict() + " " + finding.reason() + ": " + finding.rule())));
        found.assessment()
                .price()
                .components()
                .forEach(part ->
                        facts.add(new Fact(part.kind().name(), part.percent().toPlainString())));
        return facts;
    }
}
