package org.linli.loan.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.linli.loan.policy.kernel.Assessment;
import org.linli.loan.policy.kernel.Facts;
import org.linli.loan.policy.kernel.Policy;
import org.linli.loan.product.LoanProducts;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Asks the policies about cases and remembers every answer. */
@Component
public class Assessments {
    private final MongoOperations mongo;
    private final AggregateStore<AssessmentBook> books;
    private final Gathering gathering;
    private final Policies policies;
    private final LoanProducts products;
    private final Clock clock;

    Assessments(
            MongoOperations mongo,
            OutboxRelay relay,
            Gathering gathering,
            Policies policies,
            LoanProducts products,
            Clock clock) {
        this.mongo = mongo;
        this.books = new AggregateStore<>(mongo, relay, AssessmentBook.class, AssessmentBook.COLLECTION);
        this.gathering = gathering;
        this.policies = policies;
        this.products = products;
        this.clock = clock;
    }

    /** The latest one: trace, points, proposed price and vetoes. */
    public Optional<CaseAssessment> of(String caseId) {
        return books.find(caseId).flatMap(AssessmentBook::latest).map(entry -> CaseAssessment.of(caseId, entry));
    }

    /**
     * Gathers what is known now, asks these policies by the version in force, and stores the answer.
     *
     * @param by the subject of whoever wants to know, or {@code system:...}
     * @return empty when the case was assessed so often that its book is full
     */
    public Optional<CaseAssessment> assess(LoanCase loanCase, Set<Policy> asked, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = now.atZone(Policies.BANK_ZONE).toLocalDate();
        Gathering.Gathered gathered = gathering.about(loanCase, today);
        Policies.Numbered version = policies.inForce(today);
        Assessment assessment = Assessment.of(ownFacts(loanCase, today).and(gathered.facts()), version.values(), asked);
        return store(
                        loanCase,
                        number -> new AssessmentBook.Entry(
                                number,
                                now,
                                by,
                                version.number(),
                                assessment.verdict(),
                                gathered.silent(),
                                StoredForm.of(assessment)))
                .map(entry -> CaseAssessment.of(loanCase.id(), entry));
    }

    /** Cases with an assessment. */
    public long count() {
        return mongo.count(new Query(), AssessmentBook.COLLECTION);
    }

    /** The latest assessment of every case with an id after this one, in the order of the ids; to be closed. */
    public Stream<CaseAssessment> latestAfter(@Nullable String caseId) {
        Query query =
                caseId == null ? new Query() : Query.query(Criteria.where("_id").gt(caseId));
        return mongo.stream(query.with(Sort.by("_id")), AssessmentBook.class, AssessmentBook.COLLECTION)
                .flatMap(book -> book.latest().map(entry -> CaseAssessment.of(book.id(), entry)).stream());
    }

    private Facts ownFacts(LoanCase loanCase, LocalDate today) {
        return products.version(loanCase.productCode(), loanCase.productVersion())
                .map(CaseFacts::of)
                .orElse(Facts.NONE)
                .and(CaseFacts.of(loanCase, today));
    }

    private interface Numbering {
        AssessmentBook.Entry entry(int number);
    }

    private Optional<AssessmentBook.Entry> store(LoanCase loanCase, Numbering numbering) {
        AssessmentBook fresh = AssessmentBook.empty(loanCase.id(), loanCase.organisationPath());
        Optional<Optional<AssessmentBook.Entry>> added = add(loanCase.id(), numbering);
        if (added.isPresent()) {
            return added.get();
        }
        try {
            AssessmentBook.Entry entry = numbering.entry(fresh.nextNumber());
            fresh.add(entry);
            books.insert(fresh);
            return Optional.of(entry);
        } catch (DuplicateKeyException begunMeanwhile) {
            return add(loanCase.id(), numbering).orElseThrow();
        }
    }

    private Optional<Optional<AssessmentBook.Entry>> add(String caseId, Numbering numbering) {
        return books.change(
                caseId,
                book -> {
                    if (book.isFull()) {
                        return Optional.<AssessmentBook.Entry>empty();
                    }
                    AssessmentBook.Entry entry = numbering.entry(book.nextNumber());
                    book.add(entry);
                    return Optional.of(entry);
                },
                Optional::isPresent);
    }
}
