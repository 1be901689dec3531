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
    private static final String PRIMARY_INDEX = "_id_";

    /** More would only make one answer larger than a message may be. */
    private static final int USUAL_BATCH = 1000;

    private final MVStore store;

    DurableDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
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
                : new UniqueIndex(name, keys, sparse, entriesOf(collection, name));
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(name, keys, entriesOf(collection, name));
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
        super.dropIndex(collection, name);
        if (!name.equals(PRIMARY_INDEX)) {
            store.removeMap(entriesOf(collection.getCollectionName(), name));
        }
    }

    @Override
    public synchronized void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        store.removeMap(documentsOf(name));
    }

    @Override
    public synchronized void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        DurableDatabase source = (DurableDatabase) from;
        String oldName = collection.getCollectionName();
        String oldIndexes = source.indexMapPrefix(oldName);
        super.moveCollection(from, collection, newName);
        store.renameMap(source.documentsOf(oldName), DOCUMENTS + getFullCollectionNamespace(newName));
        for (String map : List.copyOf(store.getMapNames())) {
            if (map.startsWith(oldIndexes)) {
                String index = map.substring(oldIndexes.length());
                store.renameMap(source.entriesOf(oldName, index), indexMapPrefix(newName) + index);
            }
        }
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
