package org.linli.merchant.participation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.Side;
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
class Participations extends AggregateStore<Participation> implements PersonalTraces {
    static final String COLLECTION = "participations";
    /** Sorts after every digit. */
    private static final String AFTER_DIGITS = ":";

    private final MongoOperations mongo;

    Participations(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Participation.class, COLLECTION);
        this.mongo = mongo;
        mongo.indexOps(COLLECTION)
                .createIndex(new Index("entered.campaignId", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("of_campaign"));
    }

    /** A person's in one campaign, the first one first. */
    Tries of(String campaignId, String consumerId, @Nullable Side side) {
        String prefix = Participation.prefix(campaignId, consumerId, side);
        Criteria range = Criteria.where("_id").gt(prefix).lt(prefix + AFTER_DIGITS);
        return new Tries(find(Query.query(range).with(Sort.by("_id"))));
    }

    /** A person's in all campaigns, by id. */
    List<Participation> of(String consumerId, @Nullable String afterId, int limit) {
        String from = Participation.prefix(consumerId);
        // A cursor comes from outside: it may not reach before the person's own.
        String after = afterId == null || afterId.compareTo(from) < 0 ? from : afterId;
        Criteria own = Criteria.where("_id")
                .gt(after)
                .lt(Participation.afterPrefix(consumerId))
                .and("entered.consumerId")
                .is(consumerId);
        return find(Query.query(own).with(Sort.by("_id")).limit(limit));
    }

    /** Everybody's in one campaign, by id. */
    List<Participation> ofCampaign(String campaignId, @Nullable String afterId, int limit) {
        Criteria criteria = Criteria.where("entered.campaignId").is(campaignId);
        if (afterId != null) {
            criteria.and("_id").gt(afterId);
        }
        return find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }

    /** That somebody took part and what they won stays; their words go. */
    @Override
    public void forget(String userId) {
        mongo.updateMulti(
                Query.query(own(userId)),
                new Update().unset("entered.message").unset("entered.pledge").inc("version", 1),
                COLLECTION);
    }

    /** One range of ids. */
    static Criteria own(String consumerId) {
        return Criteria.where("_id").gt(Participation.prefix(consumerId)).lt(Participation.afterPrefix(consumerId));
    }
}
