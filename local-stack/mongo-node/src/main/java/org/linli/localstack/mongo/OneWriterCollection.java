package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;

/** A collection whose writers take turns, so that finding and changing a document is one step. */
abstract class OneWriterCollection extends AbstractMongoCollection<Object> {

    OneWriterCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
        super(database, name, options, cursors);
    }

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    public synchronized List<Document> insertDocuments(List<Document> inserted, boolean isOrdered) {
        return super.insertDocuments(inserted, isOrdered);
    }

    @Override
    public synchronized Document findAndModify(Document command) {
        return super.findAndModify(command);
    }

    @Override
    public synchronized Document updateDocuments(
            Document filter, Document update, ArrayFilters arrays, boolean multi, boolean upsert, Oplog oplog) {
        return super.updateDocuments(filter, update, arrays, multi, upsert, oplog);
    }

    @Override
    public synchronized int deleteDocuments(Document filter, int limit, Oplog oplog) {
        return super.deleteDocuments(filter, limit, oplog);
    }

    @Override
    public synchronized void removeDocument(Document document) {
        super.removeDocument(document);
    }

    @Override
    public synchronized void renameTo(MongoDatabase database, String name) {
        super.renameTo(database, name);
    }
}
