package org.linli.user.audit;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.stereotype.Component;

/** What the trail tells those who may read it; rows outside the caller's scope do not exist (rule P-1). */
@Component
class AuditTrail {
    private static final Bson NEWEST_FIRST = Sorts.descending("at", "_id");
    /** The bank's day begins at midnight in Shanghai, which has had no summer time since 1991. */
    private static final long AHEAD_OF_UTC = Duration.ofHours(8).toMillis();

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int MOST_GROUPS = 10_000;
    private static final int PAGE = 500;

    private final ChainRows rows;

    AuditTrail(ChainRows rows) {
        this.rows = rows;
    }

    Page<AuditRow> search(AuditFilter filter, List<String> scope, int size, @Nullable Cursor after) {
        Bson wanted = filter.within(scope);
        List<AuditRow> found = new ArrayList<>();
        rows.collection()
                .find(after == null ? wanted : Filters.and(wanted, AuditFilter.after(after)))
                .sort(NEWEST_FIRST)
                .limit(size + 1)
                .forEach(document -> found.add(RowDocument.read(document)));
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        AuditRow last = found.get(size - 1);
        return new Page<>(
                found.subList(0, size),
                Cursor.of(String.valueOf(last.recorded().at().toEpochMilli()), last.id()));
    }

    Optional<AuditRow> find(String id, List<String> scope) {
        return Optional.ofNullable(rows.collection().find(Filters.eq("_id", id)).first())
                .map(RowDocument::read)
                .filter(row -> scope.stream().anyMatch(row.recorded().organisationPath()::startsWith));
    }

    /** How often something was done on a day. */
    record Count(LocalDate day, String action, long rows) {}

    /** Newest day first. */
    List<Count> statistics(AuditFilter filter, List<String> scope) {
        Bson day = new Document(
                "$floor",
                new Document(
                        "$divide", List.of(new Document("$subtract", List.of("$at", new Date(-AHEAD_OF_UTC))), DAY)));
        List<Count> counts = new ArrayList<>();
        rows.collection()
                .aggregate(List.of(
                        Aggregates.match(filter.within(scope)),
                        Aggregates.group(
                                new Document("day", day).append("action", "$action"), Accumulators.sum("rows", 1)),
                        Aggregates.limit(MOST_GROUPS)))
                .forEach(group -> counts.add(count(group)));
        counts.sort(Comparator.comparing(Count::day).reversed().thenComparing(Count::action));
        return counts;
    }

    private static Count count(Document group) {
        Document id = group.get("_id", Document.class);
        return new Count(
                LocalDate.ofEpochDay(id.get("day", Number.class).longValue()),
                id.getString("action"),
                group.get("rows", Number.class).longValue());
    }

    /**
     * Newest first, a few hundred at a time. First all keys are walked in the order of the chains, which no store has to
     * sort: sorting so many whole rows in memory would be more than a small one survives.
     *
     * @return whether there are more than so many
     * @throws ProblemException 409 {@code audit-row-unreadable} when someone made a row into something else
     */
    boolean forEach(AuditFilter filter, List<String> scope, int most, Consumer<AuditRow> reader) {
        NewestKeys keys = new NewestKeys(most);
        try (MongoCursor<Document> cursor = rows.collection()
                .find(filter.within(scope))
                .projection(Projections.include("at"))
                .sort(Sorts.ascending("_id"))
                .cursor()) {
            while (cursor.hasNext()) {
                Document key = cursor.next();
                keys.add(key.get("at") instanceof Date at ? at : null, key.getString("_id"));
            }
        }
        for (List<String> page : keys.newestFirst(PAGE)) {
            Map<String, Document> found = new HashMap<>();
            rows.collection().find(Filters.in("_id", page)).forEach(row -> found.put(row.getString("_id"), row));
            page.stream().map(found::get).filter(Objects::nonNull).forEach(row -> reader.accept(readable(row)));
        }
        return keys.areMore();
    }

    private static AuditRow readable(Document document) {
        try {
            return RowDocument.read(document);
        } catch (RuntimeException noRowAnyMore) {
            throw ProblemException.conflict("audit-row-unreadable", document.getString("_id"));
        }
    }
}
