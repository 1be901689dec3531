package org.linli.loan.policy;

import java.time.Instant;
import java.util.List;
import org.linli.loan.policy.kernel.Assessment;
import org.linli.loan.policy.kernel.Finding;

/**
 * What the policies found about a case at some time, for whoever decides.
 *
 * @param number counts the assessments of the case
 * @param policyVersion by whose values
 * @param silent sources that did not answer
 */
public record CaseAssessment(
        String caseId,
        int number,
        Instant at,
        String by,
        int policyVersion,
        List<String> silent,
        Assessment assessment) {
    public CaseAssessment {
        silent = List.copyOf(silent);
    }

    static CaseAssessment of(String caseId, AssessmentBook.Entry entry) {
        return new CaseAssessment(
                caseId,
                entry.number(),
                entry.at(),
                entry.by(),
                entry.policyVersion(),
                entry.silent(),
                StoredForm.assessment(entry.assessment()));
    }

    /** Rule L-7: there must be none for an approval. */
    public List<Finding> vetoes() {
        return assessment.vetoes();
    }
}
