package org.linli.merchant.audience;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class Segments extends AggregateStore<Segment> {
    static final String COLLECTION = "segments";

    Segments(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Segment.class, COLLECTION);
    }

    /** By id, of these parts of the organisation tree, without the retired ones. */
    List<Segment> list(List<String> places, @Nullable String afterId, int limit) {
        String paths = places.stream().map(Pattern::quote).collect(joining("|"));
        Criteria criteria =
                Criteria.where("retired").is(false).and("organisationPath").regex(Pattern.compile("^(" + paths + ")"));
        if (afterId != null) {
            criteria.and("_id").gt(afterId);
        }
        return find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }

    /** With the retired ones. */
    List<Segment> newest(int limit) {
        return find(new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit));
    }
}
