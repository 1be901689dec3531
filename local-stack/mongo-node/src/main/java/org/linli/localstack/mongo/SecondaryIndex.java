package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** An index whose values need not be unique: the document's id is the last value of every entry. */
final class SecondaryIndex extends Index<Object> implements LookupIndex {

    private final IndexEntries entries;
    private boolean everythingIsIn;

    SecondaryIndex(String name, List<IndexKey> keys, MVMap<KeyValue, Object> map) {
        // "Sparse" tells the collection that this index may know nothing about a document's position.
        super(name, keys, true);
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
        return entries.usefulness(conditions);
    }

    @Override
    public Set<Object> positions(Conditions conditions) {
        return entries.positions(conditions);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        keysOf(document, position).forEach(key -> entries.map().put(key, position));
    }

    @Override
    public @Nullable Object remove(Document document) {
        Object position = Missing.ofNullable(Utils.getSubdocumentValue(document, "_id"));
        keysOf(document, position).forEach(entries.map()::remove);
        return null;
    }

    /** New entries come before old ones go, so that a reader in between finds the document either way. */
    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {
        Set<KeyValue> before = keysOf(oldDocument, position);
        Set<KeyValue> after = keysOf(newDocument, position);
        after.stream()
                .filter(key -> !before.contains(key))
                .forEach(key -> entries.map().put(key, position));
        before.stream().filter(key -> !after.contains(key)).forEach(entries.map()::remove);
    }

    private Set<KeyValue> keysOf(Document document, Object position) {
        return getKeyValues(document).stream()
                .map(values -> {
                    List<Object> entry = new ArrayList<>(values.stream().toList());
                    entry.add(position);
                    return new KeyValue(entry);
                })
                .collect(Collectors.toSet());
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    /** Two arrays under one index are refused, and must be before anything is stored. */
    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        getKeyValues(document);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        getKeyValues(newDocument);
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("lookups go through conditions");
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
    public void drop() {}

    @Override
    public void clear() {
        entries.map().clear();
    }
}
