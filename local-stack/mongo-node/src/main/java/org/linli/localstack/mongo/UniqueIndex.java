package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A unique index, also usable by its first fields alone. */
final class UniqueIndex extends AbstractUniqueIndex<Object> implements LookupIndex {

    private static final int EXACT = 900;

    private final IndexEntries entries;
    private boolean everythingIsIn;

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<KeyValue, Object> map) {
        super(name, keys, sparse);
        this.entries = new IndexEntries(map, keys());
    }

    @Override
    public void holdsEverything() {
        everythingIsIn = true;
    }

    @Override
    public boolean isEmpty() {
        return !everythingIsIn && super.isEmpty();
    }

    @Override
    public int usefulness(Conditions conditions) {
        return entries.pinsDown(conditions) ? EXACT : entries.usefulness(conditions);
    }

    @Override
    public Set<Object> positions(Conditions conditions) {
        return entries.positions(conditions);
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return entries.map().get(key);
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return entries.map().remove(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return entries.map().putIfAbsent(key, position) == null;
    }

    /** New entries come before old ones go, so that a reader in between finds the document either way. */
    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {
        Set<KeyValue> before = keysOf(oldDocument);
        Set<KeyValue> after = keysOf(newDocument);
        after.stream().filter(key -> !before.contains(key)).forEach(key -> putKeyPosition(key, position));
        before.stream().filter(key -> !after.contains(key)).forEach(this::removeDocument);
    }

    private Set<KeyValue> keysOf(Document document) {
        boolean absent = isSparse()
                && keys().stream().allMatch(key -> Utils.getSubdocumentValue(document, key) instanceof Missing);
        return absent ? Set.of() : getKeyValues(document);
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return entries.map().entrySet();
    }

    @Override
    public long getCount() {
        return entries.map().sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void clear() {
        entries.map().clear();
    }
}
