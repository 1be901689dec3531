package org.linli.merchant.abuse;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class Alerts extends AggregateStore<Alert> {
    static final String COLLECTION = "abuse_alerts";

    Alerts(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Alert.class, COLLECTION);
        mongo.indexOps(COLLECTION).createIndex(new Index("status", Sort.Direction.ASC).named("by_status"));
        mongo.indexOps(COLLECTION).createIndex(new Index("people", Sort.Direction.ASC).named("by_person"));
    }

    /** Once: what was told and decided on before stays as it is. */
    void raise(Alert alert) {
        if (find(alert.id()).isEmpty()) {
            try {
                insert(alert);
            } catch (DuplicateKeyException toldJustNow) {
                // It is there, which is all that was wanted.
            }
        }
    }

    List<Alert> about(String person) {
        return find(Query.query(Criteria.where("people").is(person)));
    }

    /** By id, of these parts of the organisation tree. */
    List<Alert> queue(List<String> organisationPaths, Alert.Status status, @Nullable String afterId, int limit) {
        String places = organisationPaths.stream().map(Pattern::quote).collect(joining("|"));
        Criteria criteria =
                Criteria.where("status").is(status).and("organisationPath").regex(Pattern.compile("^(" + places + ")"));
        if (afterId != null) {
            criteria.and("_id").gt(afterId);
        }
        return find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }
}
