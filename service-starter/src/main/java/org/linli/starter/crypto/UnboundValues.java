package org.linli.starter.crypto;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The documents of one collection with values of the older form, which are bound to no place. */
class UnboundValues implements RewrappingPart {
    private static final Logger log = LoggerFactory.getLogger(UnboundValues.class);
    private static final int PAGE = 100;
    private static final int ATTEMPTS = 5;
    private static final String PREFIX = FieldCipher.UNBOUND + ":";

    private final MongoOperations mongo;
    private final String collection;
    private final List<SealedField> fields;

    /** @param fields of this collection */
    UnboundValues(MongoOperations mongo, String collection, List<SealedField> fields) {
        this.mongo = mongo;
        this.collection = collection;
        this.fields = fields;
    }

    private Query after(String id) {
        List<Criteria> any = fields.stream()
                .map(field -> Criteria.where(field.path()).regex("^" + PREFIX))
                .toList();
        return Query.query(Criteria.where("_id").gt(id).orOperator(any));
    }

    @Override
    public long left() {
        return mongo.count(after(""), collection);
    }

    @Override
    public boolean run(Counter counter) {
        String last = "";
        for (List<Document> page = page(last); !page.isEmpty(); page = page(last)) {
            for (Document document : page) {
                if (!counter.count(bound(document))) {
                    return false;
                }
                last = document.getString("_id");
            }
        }
        return true;
    }

    private List<Document> page(String last) {
        return mongo.find(after(last).with(Sort.by("_id")).limit(PAGE), Document.class, collection);
    }

    /** Whoever changes the document meanwhile is not overwritten: it is read again. */
    private boolean bound(Document read) {
        String id = read.getString("_id");
        Document document = read;
        for (int attempt = 0; attempt < ATTEMPTS && document != null; attempt++) {
            List<Found> found = unboundIn(document);
            Map<Found, String> bound = sealed(found);
            if (bound.isEmpty() || written(document, bound)) {
                return bound.size() == found.size();
            }
            document = mongo.findById(id, Document.class, collection);
        }
        return document == null;
    }

    /** A value of the older form, where it stands and whose it is. */
    private record Found(SealedField field, String path, String owner, String value) {}

    private List<Found> unboundIn(Document document) {
        List<Found> found = new ArrayList<>();
        String id = document.getString("_id");
        fields.forEach(field -> collect(field, document, List.of(field.path().split("\\.")), "", id, found));
        return found;
    }

    private static void collect(
            SealedField field, @Nullable Object at, List<String> way, String path, String owner, List<Found> found) {
        if (at instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Document element) {
                    collect(field, element, way, path + "." + i, owner + "/" + element.get("_id"), found);
                }
            }
        } else if (at instanceof Document document && !way.isEmpty()) {
            String next = path.isEmpty() ? way.get(0) : path + "." + way.get(0);
            collect(field, document.get(way.get(0)), way.subList(1, way.size()), next, owner, found);
        } else if (at instanceof String value && way.isEmpty() && value.startsWith(PREFIX)) {
            found.add(new Found(field, path, owner, value));
        }
    }

    /** What cannot be read is left as it is, and hinders nothing beside it. */
    private static Map<Found, String> sealed(List<Found> found) {
        Map<Found, String> sealed = new LinkedHashMap<>();
        for (Found one : found) {
            try {
                sealed.put(one, one.field.handOver(one.value, one.owner, one.owner));
            } catch (UnknownKeyException | UnreadableFieldException e) {
                log.warn("a value stays as it is: {}", e.getMessage());
            }
        }
        return sealed;
    }

    /** The version goes up where there is one, so that nobody's copy brings the old values back. */
    private boolean written(Document document, Map<Found, String> bound) {
        Criteria asRead = Criteria.where("_id").is(document.getString("_id"));
        Update update = new Update();
        for (Map.Entry<Found, String> entry : bound.entrySet()) {
            asRead = asRead.and(entry.getKey().path).is(entry.getKey().value);
            update.set(entry.getKey().path, entry.getValue());
        }
        if (document.containsKey("version")) {
            update.inc("version", 1L);
        }
        return mongo.updateFirst(Query.query(asRead), update, collection).getModifiedCount() == 1;
    }
}
