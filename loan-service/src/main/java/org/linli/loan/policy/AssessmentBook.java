package org.linli.loan.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.loan.policy.kernel.Verdict;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;

/** All assessments of one case, none ever changed: what was known, by which version, and what came out. */
@Document(AssessmentBook.COLLECTION)
class AssessmentBook extends AggregateRoot {
    static final String COLLECTION = "loan_assessments";
    static final int MOST = 40;

    private final String organisationPath;
    private final List<Entry> entries;

    /**
     * @param silent sources that did not answer
     * @param assessment inputs, trace, points and price as text
     */
    record Entry(
            int number,
            Instant at,
            String by,
            int policyVersion,
            Verdict verdict,
            List<String> silent,
            String assessment) {
        @Override
        public String toString() {
            return "Entry[" + number + ", " + verdict + "]";
        }
    }

    @PersistenceCreator
    AssessmentBook(String id, String organisationPath, List<Entry> entries) {
        super(id);
        this.organisationPath = organisationPath;
        this.entries = new ArrayList<>(entries);
    }

    static AssessmentBook empty(String caseId, String organisationPath) {
        return new AssessmentBook(caseId, organisationPath, List.of());
    }

    boolean isFull() {
        return entries.size() >= MOST;
    }

    int nextNumber() {
        return entries.size() + 1;
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    Optional<Entry> latest() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("loan-assessment", organisationPath)
                .with("assessments", entries.size())
                .with("verdict", latest().map(Entry::verdict).orElse(null))
                .with("policyVersion", latest().map(Entry::policyVersion).orElse(null));
    }
}
