package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index of {@code _id}: documents are stored under their ids, so the documents are the index. */
final class PrimaryIndex extends AbstractUniqueIndex<Object> implements LookupIndex {

    private static final int BEST = 1000;

    private final MVMap<Object, byte[]> documents;

    PrimaryIndex(String name, List<IndexKey> keys, MVMap<Object, byte[]> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    public int usefulness(Conditions conditions) {
        return conditions.candidatesOf("_id") == null ? 0 : BEST;
    }

    @Override
    public Set<Object> positions(Conditions conditions) {
        Set<Object> found = new LinkedHashSet<>();
        List<Object> ids = conditions.candidatesOf("_id");
        for (Object id : ids == null ? List.of() : ids) {
            Object stored = stored(id);
            if (stored != null) {
                found.add(stored);
            }
        }
        return found;
    }

    /** The id as it was stored: 1 is found by 1.0, but all indexes must name the document by the same key. */
    private @Nullable Object stored(Object id) {
        if (id instanceof String) {
            return documents.containsKey(id) ? id : null;
        }
        Object next = documents.ceilingKey(id);
        return next != null && ValueType.INSTANCE.compare(next, id) == 0 ? next : null;
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return stored(Missing.ofNullable(key.get(0)));
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return getPosition(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return true;
    }

    /** The document itself has just been stored, which is all there is to do. */
    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {}

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        throw new UnsupportedOperationException("lookups go through conditions");
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void clear() {}
}
