package org.linli.merchant.insight;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.linli.starter.outbox.BulkWrites;
import org.springframework.data.mongodb.core.MongoOperations;

/** Pages in one collection of the store; atomic by page, like everything there. */
class StorePages implements PageShelf {
    private static final String ENTRIES = "entries";
    private static final String SIZE = "size";
    private static final List<String> HEAD =
            List.of("merchantId", "day", "organisationPath", "revision", "offers", SIZE, "counts");
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoOperations mongo;

    StorePages(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Map<String, DayPage> find(Map<String, List<Fact>> wanted) {
        List<String> fields = new ArrayList<>(HEAD);
        wanted.values().forEach(facts -> facts.forEach(fact -> fields.add(ENTRIES + "." + fact.key())));
        Map<String, DayPage> found = new HashMap<>();
        for (Document stored : mongo.getCollection(DayPage.COLLECTION)
                .find(Filters.in("_id", wanted.keySet()))
                .projection(Projections.include(fields))) {
            found.put(stored.getString("_id"), read(stored));
        }
        return found;
    }

    private DayPage read(Document stored) {
        Map<String, DayPage.Entry> entries = new HashMap<>();
        stored.get(ENTRIES, new Document())
                .forEach((key, entry) -> entries.put(key, PageCodec.entry((Document) entry)));
        // Pages of before this was noted have none.
        Integer size = stored.getInteger(SIZE);
        return new DayPage(
                stored.getString("_id"),
                stored.getString("merchantId"),
                stored.getString("day"),
                stored.getString("organisationPath"),
                stored.getLong("revision"),
                stored.getList("offers", String.class),
                size == null ? keys(stored.getString("_id")).size() : size,
                entries,
                stored.getList("counts", Document.class).stream()
                        .map(PageCodec::count)
                        .toList());
    }

    @Override
    public Collection<String> keys(String pageId) {
        Document stored = mongo.getCollection(DayPage.COLLECTION)
                .find(Filters.eq("_id", pageId))
                .projection(Projections.include(ENTRIES))
                .first();
        return stored == null ? List.of() : stored.get(ENTRIES, new Document()).keySet();
    }

    @Override
    public boolean keep(List<DayPage> changed) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        changed.forEach(page -> writes.add(page.revision() == 1 ? insert(page) : update(page)));
        try {
            BulkWriteResult kept = mongo.getCollection(DayPage.COLLECTION).bulkWrite(writes, UNORDERED);
            return kept.getInsertedCount() + kept.getMatchedCount() == writes.size();
        } catch (MongoBulkWriteException e) {
            if (BulkWrites.someoneWasFaster(e)) {
                return false;
            }
            throw e;
        }
    }

    private static WriteModel<Document> insert(DayPage page) {
        Document whole = head(page).append("_id", page.id()).append("merchantId", page.merchantId());
        Document entries = new Document();
        page.entries().forEach((key, entry) -> entries.append(key, PageCodec.document(entry)));
        return new InsertOneModel<>(whole.append("day", page.day()).append(ENTRIES, entries));
    }

    private static WriteModel<Document> update(DayPage page) {
        Document set = head(page);
        page.entries().forEach((key, entry) -> set.append(ENTRIES + "." + key, PageCodec.document(entry)));
        Bson predecessor = Filters.and(Filters.eq("_id", page.id()), Filters.eq("revision", page.revision() - 1));
        return new UpdateOneModel<>(predecessor, new Document("$set", set));
    }

    private static Document head(DayPage page) {
        return new Document(new LinkedHashMap<>(Map.of(
                "organisationPath",
                page.organisationPath(),
                "revision",
                page.revision(),
                "offers",
                page.offers(),
                SIZE,
                page.size(),
                "counts",
                page.counts().stream().map(PageCodec::document).toList())));
    }
}
