package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/** One database: which maps of the store hold its collections and indexes. */
final class DurableDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    static final String DOCUMENTS = "documents.";

    private static final String INDEX = "index.";
    private static final String COMPLETE_INDEXES = "complete-indexes";
    private static final String PRIMARY_INDEX = "_id_";

    /** More would only make one answer larger than a message may be. */
    private static final int USUAL_BATCH = 1000;

    private final MVStore store;

    /**
     * Indexes, by their map, that know every document. One that is empty because nothing in its collection has the
     * indexed field would otherwise be filled anew, to no avail, at each opening.
     */
    private final MVMap<String, String> complete;

    private final boolean opened;

    DurableDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        this.complete = store.openMap(COMPLETE_INDEXES);
        initializeNamespacesAndIndexes();
        this.opened = true;
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (command.equals("find")) {
            query.putIfAbsent("batchSize", USUAL_BATCH);
        }
        if (!command.equals("aggregate")
                || !(resolveCollection(String.valueOf(query.get(command)), false)
                        instanceof DurableCollection collection)) {
            return super.handleCommand(channel, command, query, databases, oplog);
        }
        // A pipeline that begins with $match, such as every count, need not look at all documents.
        collection.narrowNextScan(firstMatch(query.get("pipeline")));
        try {
            return super.handleCommand(channel, command, query, databases, oplog);
        } finally {
            collection.narrowNextScan(null);
        }
    }

    private static @Nullable Document firstMatch(@Nullable Object pipeline) {
        return pipeline instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.get(0) instanceof Document stage
                        && stage.get("$match") instanceof Document match
                ? match
                : null;
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        return new DurableCollection(this, name, options, cursorRegistry, documentsOf(name));
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return name.equals(PRIMARY_INDEX)
                ? new PrimaryIndex(name, keys, documentsOf(collection))
                : known(collection, new UniqueIndex(name, keys, sparse, entriesOf(collection, name)));
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return known(collection, new SecondaryIndex(name, keys, entriesOf(collection, name)));
    }

    /** What was complete when it was closed is so when it is opened. */
    private <I extends Index<Object> & LookupIndex> I known(String collection, I index) {
        String map = indexMapPrefix(collection) + index.getName();
        if (!opened && complete.containsKey(map)) {
            index.holdsEverything();
        }
        return index;
    }

    /** While an index is built it is not complete, whatever was there under its name before. */
    void building(String collection, Index<Object> index) {
        if (opened) {
            complete.remove(indexMapPrefix(collection) + index.getName());
        }
    }

    void built(String collection, Index<Object> index) {
        complete.put(indexMapPrefix(collection) + index.getName(), "");
    }

    private MVMap<Object, byte[]> documentsOf(String collection) {
        return store.openMap(
                DOCUMENTS + getFullCollectionNamespace(collection),
                new MVMap.Builder<Object, byte[]>().keyType(ValueType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    private MVMap<KeyValue, Object> entriesOf(String collection, String index) {
        return store.openMap(
                indexMapPrefix(collection) + index,
                new MVMap.Builder<KeyValue, Object>()
                        .keyType(IndexEntryType.INSTANCE)
                        .valueType(ValueType.INSTANCE));
    }

    private String indexMapPrefix(String collection) {
        // Neither a database nor a collection name may hold a dollar sign.
        return INDEX + getFullCollectionNamespace(collection) + "$";
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String name) {
        complete.remove(indexMapPrefix(collection.getCollectionName()) + name);
        super.dropIndex(collection, name);
        if (!name.equals(PRIMARY_INDEX)) {
            store.removeMap(entriesOf(collection.getCollectionName(), name));
        }
    }

    @Override
    public synchronized void dropCollection(String name, Oplog oplog) {
        forgetComplete(indexMapPrefix(name));
        super.dropCollection(name, oplog);
        store.removeMap(documentsOf(name));
    }

    @Override
    public synchronized void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        DurableDatabase source = (DurableDatabase) from;
        String oldName = collection.getCollectionName();
        String oldIndexes = source.indexMapPrefix(oldName);
        forgetComplete(oldIndexes);
        forgetComplete(indexMapPrefix(newName));
        super.moveCollection(from, collection, newName);
        store.renameMap(source.documentsOf(oldName), DOCUMENTS + getFullCollectionNamespace(newName));
        for (String map : List.copyOf(store.getMapNames())) {
            if (map.startsWith(oldIndexes)) {
                String index = map.substring(oldIndexes.length());
                store.renameMap(source.entriesOf(oldName, index), indexMapPrefix(newName) + index);
            }
        }
    }

    private void forgetComplete(String prefix) {
        List.copyOf(complete.keySet()).stream()
                .filter(map -> map.startsWith(prefix))
                .forEach(complete::remove);
    }

    @Override
    protected long getStorageSize() {
        return store.getFileStore().size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
