package org.linli.merchant.campaign;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class Campaigns extends AggregateStore<Campaign> {
    static final String COLLECTION = "campaigns";

    Campaigns(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Campaign.class, COLLECTION);
        mongo.indexOps(COLLECTION).createIndex(new Index("status", Sort.Direction.ASC).named("by_status"));
        mongo.indexOps(COLLECTION)
                .createIndex(new Index("agreements.merchantId", Sort.Direction.ASC).named("of_merchant"));
    }

    /** By id, of these parts of the organisation tree. */
    List<Campaign> of(
            List<String> organisationPaths, @Nullable CampaignStatus status, @Nullable String afterId, int limit) {
        String places = organisationPaths.stream().map(Pattern::quote).collect(joining("|"));
        Criteria criteria = Criteria.where("organisationPath").regex(Pattern.compile("^(" + places + ")"));
        if (status != null) {
            criteria.and("status").is(status);
        }
        return page(criteria, afterId, limit);
    }

    /** Those that people may see: published, not over. */
    List<Campaign> open(@Nullable String organisationPath, Instant now, @Nullable String afterId, int limit) {
        Criteria criteria = Criteria.where("status")
                .in(CampaignStatus.RUNNING, CampaignStatus.PAUSED)
                .and("plan.until")
                .gt(now);
        if (organisationPath != null) {
            criteria.and("organisationPath").is(organisationPath);
        }
        return page(criteria, afterId, limit);
    }

    /** Those whose end came without anybody writing it down. */
    List<Campaign> over(Instant now, @Nullable String afterId, int limit) {
        return page(
                Criteria.where("status")
                        .in(CampaignStatus.RUNNING, CampaignStatus.PAUSED)
                        .and("plan.until")
                        .lte(now),
                afterId,
                limit);
    }

    /** Those that ask this merchant, or asked it. */
    List<Campaign> asking(String merchantId, @Nullable String afterId, int limit) {
        return page(Criteria.where("agreements.merchantId").is(merchantId), afterId, limit);
    }

    private List<Campaign> page(Criteria criteria, @Nullable String afterId, int limit) {
        if (afterId != null) {
            criteria.and("_id").gt(afterId);
        }
        return find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }
}
