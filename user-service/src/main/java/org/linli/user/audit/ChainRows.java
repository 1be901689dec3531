package org.linli.user.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The rows of all chains, by {@code _id}: one chain is one range of ids. */
public class ChainRows {
    static final String COLLECTION = "audit_rows";

    private final MongoCollection<Document> rows;

    public ChainRows(MongoDatabase database) {
        this.rows = database.getCollection(COLLECTION);
    }

    MongoCollection<Document> collection() {
        return rows;
    }

    /** Whatever is asked often has an index; the unique one makes a repeated event no second row. */
    public void declareIndexes() {
        rows.createIndex(
                Indexes.ascending("organisation", "eventId", "source"),
                new IndexOptions().unique(true).name("event_once"));
        rows.createIndex(Indexes.descending("at", "_id"), new IndexOptions().name("newest"));
        rows.createIndex(
                Indexes.compoundIndex(Indexes.ascending("organisationPath"), Indexes.descending("at")),
                new IndexOptions().name("place"));
        rows.createIndex(
                Indexes.compoundIndex(Indexes.ascending("targetType", "targetId"), Indexes.descending("at")),
                new IndexOptions().name("target"));
        rows.createIndex(
                Indexes.compoundIndex(Indexes.ascending("actor.subject"), Indexes.descending("at")),
                new IndexOptions().name("actor"));
    }

    /** All ids of a chain: the semicolon comes right after the colon. */
    static Bson range(String organisation) {
        return Filters.and(Filters.gte("_id", organisation + ":"), Filters.lt("_id", organisation + ";"));
    }

    /** Always read from the last row itself: there is no second place that could say something else. */
    AuditRow.Head head(String organisation) {
        Document last = rows.find(range(organisation))
                .projection(Projections.include("seq", "hash"))
                .sort(Sorts.descending("_id"))
                .limit(1)
                .first();
        return last == null ? AuditRow.Head.NONE : new AuditRow.Head(last.getLong("seq"), last.getString("hash"));
    }

    /** Keys of those events that have their row already, see {@link Arrival#key}. */
    Set<String> known(String organisation, Collection<String> eventIds) {
        Set<String> known = new HashSet<>();
        rows.find(Filters.and(Filters.eq("organisation", organisation), Filters.in("eventId", eventIds)))
                .projection(Projections.include("eventId", "source"))
                .forEach(row -> known.add(row.getString("source") + " " + row.getString("eventId")));
        return known;
    }

    /** Who has a chain: jumps from the first row of one to the first of the next. */
    List<String> organisations() {
        List<String> found = new ArrayList<>();
        for (Document next = firstAfter(""); next != null; next = firstAfter(found.get(found.size() - 1) + ";")) {
            found.add(organisationOf(next.getString("_id")));
        }
        return found;
    }

    private @Nullable Document firstAfter(String id) {
        return rows.find(Filters.gt("_id", id))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))
                .limit(1)
                .first();
    }

    static String organisationOf(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }

    /** The place of the row that says this of itself; null when there is none in the chain. */
    AuditRow.@Nullable Head whereIs(String organisation, Bson saying) {
        Document row = rows.find(Filters.and(range(organisation), saying)).first();
        return row == null ? null : new AuditRow.Head(row.getLong("seq"), row.getString("hash"));
    }
}
