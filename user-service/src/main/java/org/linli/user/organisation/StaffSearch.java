package org.linli.user.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds members of staff, always within a data scope (rule P-1), by user name. */
@Component
public class StaffSearch {
    private static final int MOST_ABSENT = 1_000;
    private static final int BATCH = 500;

    private final MongoOperations mongo;
    private final Clock clock;

    StaffSearch(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void index() {
        List.of(
                        "username",
                        "organisationId",
                        "organisationPath",
                        "assignments.organisationId",
                        "assignments.path",
                        "assignments.role",
                        "leave.deputyId",
                        "staleTokens.mark")
                .forEach(field -> mongo.indexOps(Staff.COLLECTION)
                        .createIndex(new Index(field, Sort.Direction.ASC)
                                .named("staff_by_" + field.replace('.', '_').toLowerCase(java.util.Locale.ROOT))));
    }

    /**
     * What is looked for; null = whatever.
     *
     * @param text part of a user name or name
     */
    record Filter(
            @Nullable String text,
            @Nullable String role,
            StaffMember.@Nullable Status status,
            @Nullable String organisationId) {
        static final Filter NONE = new Filter(null, null, null, null);
    }

    List<StaffMember> find(List<String> scope, Filter filter, @Nullable String afterUsername, int limit) {
        List<Criteria> all = criteria(scope, filter);
        if (afterUsername != null) {
            all.add(Criteria.where("username").gt(afterUsername));
        }
        return mongo.find(
                Query.query(new Criteria().andOperator(all))
                        .with(Sort.by("username"))
                        .limit(limit),
                StaffMember.class,
                Staff.COLLECTION);
    }

    private List<Criteria> criteria(List<String> scope, Filter filter) {
        List<Criteria> all = new ArrayList<>();
        all.add(within(scope));
        if (filter.text() != null) {
            Pattern part = Pattern.compile(Pattern.quote(filter.text()), Pattern.CASE_INSENSITIVE);
            all.add(new Criteria()
                    .orOperator(
                            Criteria.where("username").regex(part),
                            Criteria.where("displayName").regex(part)));
        }
        if (filter.role() != null) {
            all.add(Criteria.where("assignments.role").is(filter.role()));
        }
        if (filter.organisationId() != null) {
            all.add(Criteria.where("organisationId").is(filter.organisationId()));
        }
        if (filter.status() != null) {
            all.add(of(filter.status(), clock.instant()));
        }
        return all;
    }

    /** Without any scope nobody: an expression of no paths would begin every path. */
    private static Criteria within(List<String> scope) {
        Criteria path = Criteria.where("organisationPath");
        return scope.isEmpty()
                ? path.in(List.of())
                : path.regex("^(" + scope.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")");
    }

    private static Criteria of(StaffMember.Status status, Instant now) {
        Criteria here = Criteria.where("leftAt").is(null);
        Criteria away = new Criteria()
                .andOperator(
                        Criteria.where("leave.from").lte(now),
                        Criteria.where("leave.until").gt(now));
        return switch (status) {
            case LEFT -> Criteria.where("leftAt").ne(null);
            case ON_LEAVE -> new Criteria().andOperator(here, away);
            case ACTIVE -> new Criteria().andOperator(here, new Criteria().norOperator(away));
        };
    }

    /** Everyone found, a batch at a time. */
    void each(List<String> scope, Filter filter, Consumer<StaffMember> consumer) {
        String after = null;
        List<StaffMember> batch;
        do {
            batch = find(scope, filter, after, BATCH);
            batch.forEach(consumer);
            after = batch.isEmpty() ? after : batch.get(batch.size() - 1).username();
        } while (batch.size() == BATCH);
    }

    /** How many have a role at a node; those who left are not counted. */
    record Count(String role, String organisationId, int members) {}

    List<Count> statistics(List<String> scope) {
        Map<String, Integer> counts = new TreeMap<>();
        each(scope, Filter.NONE, member -> {
            if (!member.hasLeft()) {
                member.assignments().stream()
                        .map(one -> one.role() + " " + one.organisationId())
                        .distinct()
                        .forEach(key -> counts.merge(key, 1, Integer::sum));
            }
        });
        return counts.entrySet().stream()
                .map(entry -> {
                    String[] key = entry.getKey().split(" ", 2);
                    return new Count(key[0], key[1], entry.getValue());
                })
                .toList();
    }

    /** Everyone who has or had the role, wherever: for deciding about the role itself. */
    List<StaffMember> having(String role) {
        return mongo.find(
                Query.query(Criteria.where("assignments.role")
                        .is(role)
                        .and("leftAt")
                        .is(null)),
                StaffMember.class,
                Staff.COLLECTION);
    }

    /** Those whom this member stands in for, now or later. */
    public List<StaffMember> deputisedBy(String staffId) {
        return mongo.find(
                Query.query(Criteria.where("leave.deputyId").is(staffId)).limit(MOST_ABSENT),
                StaffMember.class,
                Staff.COLLECTION);
    }

    /** Everyone away at this moment for whom somebody stands in. */
    List<StaffMember> absent() {
        Criteria away = of(StaffMember.Status.ON_LEAVE, clock.instant());
        return mongo.find(
                Query.query(new Criteria()
                                .andOperator(
                                        away, Criteria.where("leave.deputyId").ne(null)))
                        .limit(MOST_ABSENT),
                StaffMember.class,
                Staff.COLLECTION);
    }

    /** Members with a role at one of these very nodes, or of these ids. */
    List<StaffMember> at(
            List<String> scope,
            Collection<String> nodes,
            Collection<String> ids,
            @Nullable String afterUsername,
            int limit) {
        List<Criteria> all = new ArrayList<>();
        all.add(within(scope));
        all.add(Criteria.where("leftAt").is(null));
        all.add(new Criteria()
                .orOperator(
                        Criteria.where("assignments.path").in(nodes),
                        Criteria.where("_id").in(ids)));
        if (afterUsername != null) {
            all.add(Criteria.where("username").gt(afterUsername));
        }
        return mongo.find(
                Query.query(new Criteria().andOperator(all))
                        .with(Sort.by("username"))
                        .limit(limit),
                StaffMember.class,
                Staff.COLLECTION);
    }

    /** Those at home or with a role at this very node who have not left. */
    List<StaffMember> belongingTo(String organisationId) {
        Criteria belongs = new Criteria()
                .orOperator(
                        Criteria.where("organisationId").is(organisationId),
                        Criteria.where("assignments.organisationId").is(organisationId));
        return mongo.find(Query.query(belongs.and("leftAt").is(null)), StaffMember.class, Staff.COLLECTION);
    }

    /** Members at this node of the tree and below who have not left, and those with a role there. */
    long countBelow(String path) {
        String there = "^" + Pattern.quote(path);
        Criteria belongs = new Criteria()
                .orOperator(
                        Criteria.where("organisationPath").regex(there),
                        Criteria.where("assignments.path").regex(there));
        return mongo.count(Query.query(belongs.and("leftAt").is(null)), Staff.COLLECTION);
    }
}
