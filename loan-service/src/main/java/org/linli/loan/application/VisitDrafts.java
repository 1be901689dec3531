package org.linli.loan.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class VisitDrafts {
    private final MongoOperations mongo;

    VisitDrafts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Optional<VisitDraft> find(String staff, String draftId) {
        return Optional.ofNullable(mongo.findById(VisitDraft.idOf(staff, draftId), VisitDraft.class));
    }

    /** Empty when somebody changed it since it was read. */
    Optional<VisitDraft> store(VisitDraft draft) {
        try {
            return Optional.of(mongo.save(draft));
        } catch (OptimisticLockingFailureException | DuplicateKeyException changedMeanwhile) {
            return Optional.empty();
        }
    }

    boolean remove(VisitDraft draft) {
        Query unchanged =
                Query.query(Criteria.where("_id").is(draft.id()).and("version").is(draft.version()));
        return mongo.remove(unchanged, VisitDraft.class).getDeletedCount() == 1;
    }

    /** Those that nobody touched since then, but one that is just being handed in. @return how many */
    long removeOlderThan(Instant oldest) {
        return mongo.remove(Query.query(unused(Criteria.where("savedAt").lt(oldest))), VisitDraft.class)
                .getDeletedCount();
    }

    /** What was taken down about these merchants and did not become an application. */
    void removeUnsentOf(Collection<String> merchantIds) {
        Criteria theirs = Criteria.where("form.merchantId").in(merchantIds).and("handingIn");
        mongo.remove(Query.query(theirs.is(false)), VisitDraft.class);
    }

    private static Criteria unused(Criteria criteria) {
        return criteria.orOperator(
                Criteria.where("handingIn").is(false),
                Criteria.where("applicationId").ne(null));
    }

    /** The latest first. */
    List<VisitDraft> of(String staff, int limit) {
        Query own = Query.query(Criteria.where("staff").is(staff))
                .with(Sort.by(Sort.Direction.DESC, "savedAt"))
                .limit(limit);
        return mongo.find(own, VisitDraft.class);
    }
}
