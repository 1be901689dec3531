package org.linli.loan.policy.kernel;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Everything that the policies found about one case, complete enough to be explained years later. */
public record Assessment(
        Verdict verdict, List<Finding> findings, Scorecard.Score score, Price price, Facts facts, Set<Policy> asked) {
    public Assessment {
        findings = List.copyOf(findings);
        asked = Set.copyOf(asked);
    }

    /** Asks these policies about the case. */
    public static Assessment of(Facts facts, PolicyValues values, Set<Policy> policies) {
        Scorecard.Score score = values.scorecard().of(facts);
        Price price = Price.of(facts, score.total(), values.pricing());
        Judge.Asked asked = new Judge.Asked(facts, values, score, price);
        List<Finding> findings = policies.isEmpty()
                ? List.of()
                : EnumSet.copyOf(policies).stream()
                        .map(policy -> policy.judge(asked))
                        .toList();
        Verdict verdict =
                Verdict.together(findings.stream().map(Finding::verdict).toList());
        return new Assessment(verdict, findings, score, price, facts, policies);
    }

    /** What forbids the loan outright (rule L-7). */
    public List<Finding> vetoes() {
        return findings.stream()
                .filter(finding -> finding.policy().vetoes() && finding.verdict() == Verdict.DECLINE)
                .toList();
    }

    /** Everything that is no pass. */
    public List<Finding> objections() {
        return findings.stream()
                .filter(finding -> finding.verdict() != Verdict.PASS)
                .toList();
    }
}
