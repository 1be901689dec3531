package org.linli.loan.marketing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Stored areas, plans and visits. */
@Repository
class MarketingStore {
    private final AggregateStore<Area> areas;
    private final AggregateStore<Plan> plans;
    private final AggregateStore<Visit> visits;

    MarketingStore(MongoOperations mongo, OutboxRelay relay) {
        this.areas = new AggregateStore<>(mongo, relay, Area.class, Area.COLLECTION);
        this.plans = new AggregateStore<>(mongo, relay, Plan.class, Plan.COLLECTION);
        this.visits = new AggregateStore<>(mongo, relay, Visit.class, Visit.COLLECTION);
    }

    /** The one that is there already, if its id is taken. */
    Area store(Area area) {
        try {
            return areas.insert(area);
        } catch (DuplicateKeyException storedBefore) {
            return areas.find(area.id()).orElseThrow();
        }
    }

    Optional<Area> area(String id) {
        return areas.find(id);
    }

    Optional<Area> assign(String id, String managerId) {
        return areas.change(id, area -> {
            area.assign(managerId);
            return area;
        });
    }

    List<Area> areas(List<String> nodes, @Nullable String afterId, int limit) {
        Criteria criteria = Criteria.where("scopes").in(nodes);
        if (afterId != null) {
            criteria = criteria.and("_id").gt(afterId);
        }
        return areas.find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }

    /** In place of an earlier one of the same manager and week. */
    Plan store(Plan plan) {
        try {
            return plans.insert(plan);
        } catch (DuplicateKeyException plannedBefore) {
            return plans.change(plan.id(), known -> {
                        known.replan(plan.stops());
                        return known;
                    })
                    .orElseThrow();
        }
    }

    List<Plan> plans(List<String> nodes, LocalDate monday, int limit) {
        return plans.find(
                Query.query(Criteria.where("scopes").in(nodes).and("monday").is(monday.toString()))
                        .limit(limit));
    }

    /** The one that is there already, if its id is taken. */
    Visit store(Visit visit) {
        try {
            return visits.insert(visit);
        } catch (DuplicateKeyException recordedBefore) {
            return visits.find(visit.id()).orElseThrow();
        }
    }

    /** By day, then id; both days included. */
    List<Visit> visits(List<String> nodes, LocalDate from, LocalDate to, @Nullable Position after, int limit) {
        Criteria criteria = Criteria.where("scopes")
                .in(nodes)
                .and("on")
                .gte(after == null ? from.toString() : after.on().toString())
                .lte(to.toString());
        if (after != null) {
            criteria.orOperator(
                    Criteria.where("on").gt(after.on().toString()),
                    Criteria.where("_id").gt(after.id()));
        }
        return visits.find(Query.query(criteria).with(Sort.by("on", "_id")).limit(limit));
    }

    /** Whom this manager promised to come back to, until this day. */
    List<Visit> followUps(String managerId, LocalDate from, LocalDate until, int limit) {
        return visits.find(Query.query(Criteria.where("managerId")
                        .is(managerId)
                        .and("report.followUpOn")
                        .gte(from.toString())
                        .lte(until.toString()))
                .with(Sort.by("report.followUpOn", "_id"))
                .limit(limit));
    }

    /** The last visit of a page. */
    record Position(LocalDate on, String id) {}
}
