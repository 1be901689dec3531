package org.linli.loan.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored applications, and the only way to store a new one. */
@Component
class ApplicationRegister {
    private static final int ATTEMPTS = 16;
    private static final int PAGE = 200;

    private final AggregateStore<LoanApplication> applications;
    private final BorrowerFiles files;
    private final OwnerClaims owners;
    private final StageClocks clocks;
    private final int openPerProduct;

    ApplicationRegister(
            MongoOperations mongo,
            OutboxRelay relay,
            BorrowerFiles files,
            OwnerClaims owners,
            StageClocks clocks,
            ApplicationSettings settings) {
        this.applications = new AggregateStore<>(mongo, relay, LoanApplication.class, LoanApplication.COLLECTION);
        this.files = files;
        this.owners = owners;
        this.clocks = clocks;
        this.openPerProduct = settings.openPerProduct();
    }

    /** An earlier submission with the same key, so that a repeated one has no second effect. */
    Optional<LoanApplication> earlier(String merchantId, String productCode, String key) {
        return withKey(storedIn(files.of(merchantId), productCode), key);
    }

    /**
     * Takes a place in the merchant's file, then stores the application under that place's id. Whoever loses a race at
     * either step starts over and sees what the winner stored.
     *
     * @param freshId the id if no unfilled place is found
     */
    SubmissionOutcome enter(Submission submission, String freshId) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            BorrowerFile file = files.of(submission.merchantId());
            List<LoanApplication> stored = storedIn(file, submission.productCode());
            Optional<LoanApplication> same = withKey(stored, submission.key());
            if (same.isPresent()) {
                return new SubmissionOutcome.Accepted(same.get(), true);
            }
            List<LoanApplication> open =
                    stored.stream().filter(one -> one.stage().isOpen()).toList();
            if (open.size() >= openPerProduct) {
                return new SubmissionOutcome.OpenApplicationExists(
                        open.get(open.size() - 1).id());
            }
            Optional<String> place = place(file, submission.productCode(), stored, freshId);
            Optional<String> parallel = place.flatMap(id -> parallel(submission, id));
            if (parallel.isPresent()) {
                return new SubmissionOutcome.OpenApplicationExists(parallel.get());
            }
            Optional<LoanApplication> entered = place.flatMap(id -> insert(id, submission));
            if (entered.isPresent()) {
                return new SubmissionOutcome.Accepted(entered.get(), false);
            }
        }
        throw new OptimisticLockingFailureException("too many submissions of one merchant at once");
    }

    /** What the same person has open already, for whichever merchant; staff who bring cases in are not asked. */
    private Optional<String> parallel(Submission submission, String id) {
        return submission.isByStaff()
                ? Optional.empty()
                : owners.claim(submission.submittedBy(), id, submission.productCode(), this::byId);
    }

    private Map<String, LoanApplication> byId(List<String> ids) {
        return applications.findAll(ids).stream().collect(Collectors.toMap(LoanApplication::id, Function.identity()));
    }

    /** The open application that another one of this merchant or person would meet. */
    Optional<String> inTheWay(String merchantId, @Nullable String person, String productCode) {
        List<LoanApplication> open = storedIn(files.of(merchantId), productCode).stream()
                .filter(one -> one.stage().isOpen())
                .toList();
        if (open.size() >= openPerProduct) {
            return Optional.of(open.get(open.size() - 1).id());
        }
        return person == null ? Optional.empty() : owners.inTheWay(person, productCode, this::byId);
    }

    private Optional<String> place(
            BorrowerFile file, String productCode, List<LoanApplication> stored, String freshId) {
        List<String> storedIds = stored.stream().map(LoanApplication::id).toList();
        Optional<String> unfilled = file.unfilled(productCode, storedIds);
        if (unfilled.isPresent()) {
            return unfilled;
        }
        return files.store(file.with(freshId, productCode)) ? Optional.of(freshId) : Optional.empty();
    }

    private Optional<LoanApplication> insert(String id, Submission submission) {
        try {
            return Optional.of(applications.insert(LoanApplication.submitted(id, submission, clocks.of(submission))));
        } catch (DuplicateKeyException filledMeanwhile) {
            return Optional.empty();
        }
    }

    private List<LoanApplication> storedIn(BorrowerFile file, String productCode) {
        return byAge(applications.findAll(file.applicationIds(productCode)));
    }

    private static Optional<LoanApplication> withKey(List<LoanApplication> among, String key) {
        return among.stream()
                .filter(application -> application.submission().key().equals(key))
                .findFirst();
    }

    private static List<LoanApplication> byAge(List<LoanApplication> found) {
        return found.stream()
                .sorted(Comparator.comparing((LoanApplication application) ->
                                application.submission().submittedAt())
                        .thenComparing(LoanApplication::id))
                .toList();
    }

    Optional<LoanApplication> find(String id) {
        return applications.find(id);
    }

    /** Everything a merchant has applied for, newest first. */
    List<LoanApplication> allOf(String merchantId) {
        List<String> ids = files.of(merchantId).applicationIds();
        Map<String, LoanApplication> stored = byId(ids);
        List<LoanApplication> newestFirst = new ArrayList<>(
                ids.stream().map(stored::get).filter(Objects::nonNull).toList());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** Everything that this person handed in, for whichever merchant. */
    List<LoanCase> ofPerson(String subject) {
        List<LoanCase> found = new ArrayList<>();
        List<LoanApplication> page;
        do {
            String after = found.isEmpty() ? "" : found.get(found.size() - 1).id();
            page = due(Criteria.where("submission.submittedBy").is(subject), after, PAGE);
            page.forEach(one -> found.add(LoanCase.of(one)));
        } while (page.size() == PAGE);
        return found;
    }

    void forgetWords(String id) {
        applications.change(id, LoanApplication::forgetWords, changed -> changed);
    }

    /** Decides on the stored application, again when someone else changed it; a refusal writes nothing. */
    StageOutcome change(String id, Function<LoanApplication, StageOutcome> change) {
        return applications
                .change(id, change, StageOutcome.Entered.class::isInstance)
                .orElseGet(StageOutcome.NotFound::new);
    }

    /** The same for what does not move a case on. */
    CaseAct act(String id, Function<LoanApplication, CaseAct> act) {
        return applications.change(id, act, CaseAct.Done.class::isInstance).orElseGet(CaseAct.NotFound::new);
    }

    /** Tells that promises are broken. @return whether one was told */
    boolean noticeBreach(String id, Instant at) {
        return applications
                .change(id, application -> application.noticeBreach(at), told -> told)
                .orElse(false);
    }

    /** Cases that fell due on one of these business days and of which nothing is told yet. */
    List<LoanApplication> fallenDueOn(List<String> days, String afterId, int limit) {
        return due(Criteria.where("handling.watchDay").in(days), afterId, limit);
    }

    /** All cases that are past their time. Looks at everything. */
    List<LoanApplication> pastDue(Instant now, String afterId, int limit) {
        return due(Criteria.where("stage").in(Stage.open()).and("stageDueAt").lt(now), afterId, limit);
    }

    private List<LoanApplication> due(Criteria which, String afterId, int limit) {
        return applications.find(
                Query.query(which.and("_id").gt(afterId)).with(Sort.by("_id")).limit(limit));
    }

    /** What was submitted in [from, until), of these nodes of the tree, by id. */
    List<LoanApplication> submitted(List<String> scope, Instant from, Instant until, String afterId, int limit) {
        Criteria which = Criteria.where("scopes")
                .in(scope)
                .and("submission.submittedAt")
                .gte(from)
                .lt(until);
        return due(which, afterId, limit);
    }

    /**
     * What lies in the caller's data scope, most urgent first.
     *
     * @param scope the nodes that the caller oversees (rule P-1)
     */
    List<LoanApplication> queue(List<String> scope, @Nullable Stage stage, @Nullable Position after, int limit) {
        Criteria criteria = Criteria.where("scopes").in(scope);
        if (stage != null) {
            criteria = criteria.and("stage").is(stage);
        }
        if (after != null) {
            criteria = criteria.orOperator(
                    Criteria.where("stageDueAt").gt(after.dueAt()),
                    Criteria.where("stageDueAt").is(after.dueAt()).and("_id").gt(after.id()));
        }
        return applications.find(
                Query.query(criteria).with(Sort.by("stageDueAt", "_id")).limit(limit));
    }

    /** The last application of a page of {@link #queue}. */
    record Position(Instant dueAt, String id) {}
}
