package org.linli.loan.customerfile;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Using the caps of guarantee companies. Every call may be repeated: a loan takes its amount once, however often it
 * asks, and never again after it gave it back.
 */
@Component
public class GuaranteeCompanies {
    private static final int ATTEMPTS = 16;
    private static final int MOST_OF_CASE = 100;
    private static final String RELEASED = "guarantee_releases";

    private final MongoOperations mongo;
    private final AggregateStore<GuaranteeCompany> companies;
    private final Clock clock;

    GuaranteeCompanies(MongoOperations mongo, OutboxRelay relay, Clock clock) {
        this.mongo = mongo;
        this.companies = new AggregateStore<>(mongo, relay, GuaranteeCompany.class, GuaranteeCompany.COLLECTION);
        this.clock = clock;
    }

    /** That a loan gave its amount back, before it is taken out of the company's document. */
    @Document(RELEASED)
    @TypeAlias("guarantee-release")
    record Release(@Id String id, Instant at) {}

    /** Sets the amount aside for a loan that may still fail. Amount in fen, above nothing. */
    public GuaranteeOutcome reserve(String companyId, String loanId, long amountFen) {
        if (amountFen <= 0) {
            throw new IllegalArgumentException("amountFen: " + amountFen + " (expected: above 0)");
        }
        return change(
                companyId,
                company -> isReleased(companyId, loanId)
                        ? new GuaranteeOutcome.Released()
                        : company.reserve(loanId, amountFen, now()));
    }

    /** The loan was paid out. */
    public GuaranteeOutcome consume(String companyId, String loanId) {
        return change(
                companyId,
                company -> isReleased(companyId, loanId)
                        ? new GuaranteeOutcome.Released()
                        : company.consume(loanId, now()));
    }

    /** The loan failed or is repaid: the cap has its amount again. */
    public GuaranteeOutcome release(String companyId, String loanId) {
        if (companies.find(companyId).isEmpty()) {
            return new GuaranteeOutcome.UnknownCompany();
        }
        try {
            mongo.insert(new Release(releaseId(companyId, loanId), now()), RELEASED);
        } catch (DuplicateKeyException releasedBefore) {
            // A crash may have come between this and the company's document: go on.
        }
        return change(companyId, company -> company.release(loanId));
    }

    /** The same for a case, whoever guarantees for it; nobody is fine. */
    public void consumeFor(String caseId) {
        guaranteeing(caseId).forEach(company -> consume(company.id(), caseId));
    }

    /** What was paid out was taken back: whoever guarantees keeps the amount as long as the case is open. */
    public void reserveAgainFor(String caseId) {
        guaranteeing(caseId).forEach(company -> change(company.id(), one -> one.reserveAgain(caseId)));
    }

    private List<GuaranteeCompany> guaranteeing(String caseId) {
        return companies.find(
                Query.query(Criteria.where("uses.loanId").is(caseId)).limit(MOST_OF_CASE));
    }

    private boolean isReleased(String companyId, String loanId) {
        return mongo.findById(releaseId(companyId, loanId), Release.class, RELEASED) != null;
    }

    private static String releaseId(String companyId, String loanId) {
        return Ids.derived("guarantee-release", companyId, loanId);
    }

    GuaranteeCompany open(String key, String name, String organisationPath, long capFen) {
        String id = Ids.derived("guarantee-company", key);
        try {
            return companies.insert(new GuaranteeCompany(id, name, organisationPath, capFen, List.of()));
        } catch (DuplicateKeyException openedBefore) {
            return companies.find(id).orElseThrow();
        }
    }

    GuaranteeOutcome changeCap(String companyId, long capFen) {
        return change(companyId, company -> company.changeCap(capFen));
    }

    Optional<GuaranteeCompany> find(String id) {
        return companies.find(id);
    }

    List<GuaranteeCompany> after(@Nullable String id, int limit) {
        return companies.find(Query.query(Criteria.where("_id").gt(id == null ? "" : id))
                .with(Sort.by("_id"))
                .limit(limit));
    }

    /** Many loans may want the same cap at once: whoever loses the race sees what the winner left. */
    private GuaranteeOutcome change(String id, Function<GuaranteeCompany, GuaranteeOutcome> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return companies
                        .change(id, change, GuaranteeOutcome.Done.class::isInstance)
                        .orElseGet(GuaranteeOutcome.UnknownCompany::new);
            } catch (OptimisticLockingFailureException tooManyAtOnce) {
                if (attempt == ATTEMPTS) {
                    throw tooManyAtOnce;
                }
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
