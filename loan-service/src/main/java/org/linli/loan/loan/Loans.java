package org.linli.loan.loan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.starter.security.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The loans: opened when their money has moved, shown to their owners and to the staff in whose scope they lie. */
@Component
public class Loans {
    private final AggregateStore<Loan> store;

    Loans(MongoOperations mongo, OutboxRelay relay) {
        this.store = new AggregateStore<>(mongo, relay, Loan.class, Loan.COLLECTION);
    }

    /** Opens the loan under its id; repeated, it is the same loan. */
    public void open(NewLoan fresh, Instant at) {
        try {
            store.insert(Loan.disbursed(fresh, at));
        } catch (DuplicateKeyException openedBefore) {
            // The service died after this step: the loan stands as it was opened.
        }
    }

    /** The disbursement was taken back; may be repeated. */
    public void takeBack(String loanId, Instant at) {
        store.change(loanId, loan -> loan.takeBack(at), changed -> changed);
    }

    Optional<Loan> visibleTo(String id, Caller caller) {
        String merchantId = caller.attribute("merchantId");
        return store.find(id)
                .filter(loan -> caller.has("OWNER") && merchantId != null && loan.isOf(merchantId)
                        || caller.oversees(loan.origin().organisationPath()));
    }

    /** A merchant's loans, newest first: ids are sorted by time. */
    List<Loan> ofMerchant(String merchantId, @Nullable String before, int limit) {
        return page(Criteria.where("origin.merchantId").is(merchantId), before, limit);
    }

    /** What lies in these nodes, newest first (rule P-1). */
    List<Loan> inScope(List<String> scope, @Nullable String before, int limit) {
        return page(Criteria.where("scopes").in(scope), before, limit);
    }

    private List<Loan> page(Criteria criteria, @Nullable String before, int limit) {
        Criteria all = before == null ? criteria : criteria.and("_id").lt(before);
        return store.find(
                Query.query(all).with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit));
    }
}
