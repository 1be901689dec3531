package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One collection: documents under their ids, in the order of ids. Writers take turns. Readers wait for nobody: a scan
 * sees the tree as it was when it began.
 */
final class DurableCollection extends OneWriterCollection {

    private static final Document EVERYTHING = new Document();

    private final MVMap<Object, byte[]> documents;
    private final List<LookupIndex> lookups = new CopyOnWriteArrayList<>();
    private final ThreadLocal<@Nullable Document> nextScanFilter = new ThreadLocal<>();

    DurableCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<Object, byte[]> documents) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    @Override
    protected QueryResult queryDocuments(
            Document filter, @Nullable Document order, int skip, int limit, int batchSize, @Nullable Document fields) {
        Conditions conditions = Conditions.of(filter);
        LookupIndex index = mostUseful(conditions);
        if (index != null) {
            Document rest = index instanceof PrimaryIndex ? conditions.withoutTheIdIn(filter) : filter;
            return collected(documentsAt(index.positions(conditions)), rest, order, skip, limit, batchSize, fields);
        }
        boolean ordered = isOrderOfIds(order);
        IdScan scan = IdScan.of(documents, conditions, ordered && isDescending(order));
        if (ordered && skip == 0 && batchSize > 0) {
            return firstBatch(scan, filter, limit, batchSize, fields);
        }
        return collected(scan.stream(), filter, ordered ? null : order, skip, limit, batchSize, fields);
    }

    /** Where nothing is to be sorted, a document is cut down to what is asked for before the next one is read. */
    private QueryResult collected(
            Stream<Document> found,
            Document filter,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        return UsualBatches.of(
                cursorRegistry, matchDocumentsFromStream(found, filter, order, skip, limit, batchSize, fields));
    }

    private @Nullable LookupIndex mostUseful(Conditions conditions) {
        return lookups.stream()
                .filter(index -> index.usefulness(conditions) > 0)
                .max(Comparator.comparingInt(index -> index.usefulness(conditions)))
                .orElse(null);
    }

    private Stream<Document> documentsAt(Collection<Object> positions) {
        // A document may have gone since the index named it.
        return positions.stream().map(documents::get).filter(Objects::nonNull).map(DocumentBytes::decode);
    }

    private QueryResult firstBatch(IdScan scan, Document filter, int limit, int batchSize, @Nullable Document fields) {
        ScanCursor cursor = new ScanCursor(
                cursorRegistry.generateCursorId(),
                scan,
                document -> documentMatchesQuery(document, filter),
                document -> projected(document, fields),
                limit);
        List<Document> batch = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) {
            return new QueryResult(batch);
        }
        cursorRegistry.add(cursor);
        return new QueryResult(batch, cursor);
    }

    private Document projected(Document document, @Nullable Document fields) {
        return fields == null || fields.isEmpty()
                ? document
                : matchDocumentsFromStream(Stream.of(document), EVERYTHING, null, 0, 0, 0, fields)
                        .collectDocuments()
                        .get(0);
    }

    private static boolean isOrderOfIds(@Nullable Document order) {
        if (order == null || order.isEmpty()) {
            return true;
        }
        String field = order.keySet().iterator().next();
        return order.size() == 1 && (field.equals("_id") || field.equals("$natural"));
    }

    private static boolean isDescending(@Nullable Document order) {
        return order != null
                && !order.isEmpty()
                && order.values().iterator().next() instanceof Number direction
                && direction.intValue() < 0;
    }

    /** The next scan of everything, on this thread, may leave out documents that do not fit the filter. */
    void narrowNextScan(@Nullable Document filter) {
        if (filter == null) {
            nextScanFilter.remove();
        } else {
            nextScanFilter.set(filter);
        }
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        Document filter = nextScanFilter.get();
        nextScanFilter.remove();
        Conditions conditions = Conditions.of(filter == null ? EVERYTHING : filter);
        LookupIndex index = mostUseful(conditions);
        return index == null
                ? IdScan.of(documents, conditions, false).stream()
                : documentsAt(index.positions(conditions));
    }

    @Override
    protected QueryResult matchDocuments(
            Document filter, Document order, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(filter, order, skip, limit, batchSize, fields);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(DocumentBytes.decode(entry.getValue()), entry.getKey()));
    }

    @Override
    protected @Nullable Document getDocument(Object position) {
        byte[] bytes = documents.get(position);
        return bytes == null ? null : DocumentBytes.decode(bytes);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        String idField = getIdField();
        Object position =
                idField == null ? UUID.randomUUID() : Missing.ofNullable(Utils.getSubdocumentValue(document, idField));
        documents.put(position, DocumentBytes.encode(document));
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
        documents.put(position, DocumentBytes.encode(newDocument));
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove(position);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {}

    @Override
    protected int getDataSize() {
        return documents.values().stream().mapToInt(bytes -> bytes.length).sum();
    }

    @Override
    public synchronized void addIndex(Index<Object> index) {
        if (getIndexes().stream().anyMatch(known -> known.getName().equals(index.getName()))) {
            super.addIndex(index);
            return;
        }
        DurableDatabase database = (DurableDatabase) getDatabase();
        database.building(getCollectionName(), index);
        try {
            super.addIndex(index);
        } catch (RuntimeException e) {
            // Half an index must not be taken for a whole one the next time.
            if (index instanceof LookupIndex lookup) {
                lookup.clear();
            }
            throw e;
        }
        if (getIndexes().contains(index) && index instanceof LookupIndex lookup) {
            lookups.add(lookup);
            database.built(getCollectionName(), index);
        }
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        lookups.removeIf(lookup -> !getIndexes().contains(lookup));
    }
}
