package org.linli.loan.village;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The stored villages and their households' credits. */
@Repository
class VillageStore {
    private final MongoOperations mongo;
    private final AggregateStore<Village> villages;
    private final AggregateStore<VillageCredit> credits;

    VillageStore(MongoOperations mongo, OutboxRelay relay) {
        this.mongo = mongo;
        this.villages = new AggregateStore<>(mongo, relay, Village.class, Village.COLLECTION);
        this.credits = new AggregateStore<>(mongo, relay, VillageCredit.class, VillageCredit.COLLECTION);
    }

    /** The one that is there already, if its id is taken. */
    Village store(Village village) {
        try {
            return villages.insert(village);
        } catch (DuplicateKeyException storedBefore) {
            return villages.find(village.id()).orElseThrow();
        }
    }

    Optional<Village> village(String id) {
        return villages.find(id);
    }

    List<Village> villages(List<String> nodes, @Nullable String afterId, int limit) {
        Criteria criteria = Criteria.where("scopes").in(nodes);
        if (afterId != null) {
            criteria = criteria.and("_id").gt(afterId);
        }
        return villages.find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }

    VillageCredit store(VillageCredit credit) {
        try {
            return credits.insert(credit);
        } catch (DuplicateKeyException storedBefore) {
            return credits.find(credit.id()).orElseThrow();
        }
    }

    Optional<VillageCredit> credit(String id) {
        return credits.find(id);
    }

    /** Of these households, in whichever village. */
    List<VillageCredit> ofFiles(Collection<String> fileIds) {
        return fileIds.isEmpty()
                ? List.of()
                : credits.find(Query.query(Criteria.where("fileId").in(fileIds)));
    }

    List<VillageCredit> credits(String villageId, @Nullable CreditStage stage, @Nullable String afterId, int limit) {
        Criteria criteria = Criteria.where("villageId").is(villageId);
        if (stage != null) {
            criteria = criteria.and("stage").is(stage);
        }
        if (afterId != null) {
            criteria = criteria.and("_id").gt(afterId);
        }
        return credits.find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }

    /** What hangs out on this day. */
    List<VillageCredit> onNotice(String villageId, LocalDate day, @Nullable String afterId, int limit) {
        Criteria criteria = Criteria.where("villageId")
                .is(villageId)
                .and("stage")
                .is(CreditStage.PUBLISHED)
                .and("notice.objectionsUntil")
                .gte(day.toString());
        if (afterId != null) {
            criteria = criteria.and("_id").gt(afterId);
        }
        return credits.find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }

    CreditOutcome change(String id, Function<VillageCredit, CreditOutcome> change) {
        return credits.change(id, change, CreditOutcome.Changed.class::isInstance)
                .orElseGet(() -> CreditOutcome.Refused.of(CreditOutcome.Reason.NOT_FOUND));
    }

    Funnel funnel(Village village) {
        return Funnel.of(
                village.households(),
                reached(village, CreditStage.FILED),
                reached(village, CreditStage.CREDITED),
                reached(village, CreditStage.PUBLISHED),
                reached(village, CreditStage.SIGNED),
                reached(village, CreditStage.USED));
    }

    private long reached(Village village, CreditStage stage) {
        return mongo.count(
                Query.query(Criteria.where("villageId")
                        .is(village.id())
                        .and("stage")
                        .in(EnumSet.range(stage, CreditStage.USED))),
                VillageCredit.COLLECTION);
    }
}
