package org.linli.merchant.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.forgetting.PersonalTraces;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class Reports extends AggregateStore<Report> implements PersonalTraces {
    static final String COLLECTION = "problem_reports";

    private final MongoOperations mongo;

    Reports(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Report.class, COLLECTION);
        this.mongo = mongo;
        mongo.indexOps(COLLECTION).createIndex(new Index("status", Sort.Direction.ASC).named("by_status"));
        mongo.indexOps(COLLECTION).createIndex(new Index("merchantId", Sort.Direction.ASC).named("of_merchant"));
    }

    /** A person's own, the latest first: one range of ids. */
    List<Report> of(String consumerId, @Nullable String beforeId, int limit) {
        String end = Report.afterPrefix(consumerId);
        // A cursor comes from outside: it may not reach beyond the person's own.
        String before = beforeId == null || beforeId.compareTo(end) > 0 ? end : beforeId;
        Criteria own = Criteria.where("_id").gt(Report.prefix(consumerId)).lt(before);
        return find(Query.query(own).with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit));
    }

    /** By id, of these parts of the organisation tree. */
    List<Report> queue(List<String> organisationPaths, ReportStatus status, @Nullable String afterId, int limit) {
        String places = organisationPaths.stream().map(Pattern::quote).collect(joining("|"));
        Criteria criteria =
                Criteria.where("status").is(status).and("organisationPath").regex(Pattern.compile("^(" + places + ")"));
        if (afterId != null) {
            criteria.and("_id").gt(afterId);
        }
        return find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }

    /** The ids of a merchant's reports that lie elsewhere in the organisation tree than here. */
    List<String> notAt(String organisationPath, String merchantId) {
        Criteria elsewhere = Criteria.where("merchantId")
                .is(merchantId)
                .and("organisationPath")
                .ne(organisationPath);
        return find(Query.query(elsewhere)).stream().map(Report::id).toList();
    }

    /** What happened and how it ended stays on record; the person's own words go. */
    @Override
    public void forget(String userId) {
        mongo.updateMulti(
                Query.query(Criteria.where("_id").gt(Report.prefix(userId)).lt(Report.afterPrefix(userId))),
                new Update().set("text", "").inc("version", 1),
                COLLECTION);
    }
}
