package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A long answer in batches. Between two batches it keeps nothing but the last id, so an abandoned cursor costs neither
 * memory nor disk; changes made meanwhile may or may not show, as in MongoDB.
 */
final class ScanCursor extends AbstractCursor {

    /** As in MongoDB: what one answer holds at most, here of what was read for it. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final IdScan scan;
    private final Predicate<Document> filter;
    private final UnaryOperator<Document> projection;
    private int wanted;
    private boolean exhausted;
    private @Nullable Object last;

    /**
     * A cursor before its first document.
     *
     * @param limit at most so many documents in all; 0 = all
     */
    ScanCursor(long id, IdScan scan, Predicate<Document> filter, UnaryOperator<Document> projection, int limit) {
        super(id);
        this.scan = scan;
        this.filter = filter;
        this.projection = projection;
        this.wanted = limit > 0 ? limit : Integer.MAX_VALUE;
    }

    @Override
    public boolean isEmpty() {
        return exhausted;
    }

    @Override
    public synchronized List<Document> takeDocuments(int size) {
        int most = Math.min(size > 0 ? size : UsualBatches.SIZE, wanted);
        List<Document> batch = new ArrayList<>();
        Cursor<Object, byte[]> ids = scan.open(last);
        int bytes = 0;
        while (batch.size() < most && bytes < MOST_BYTES && ids.hasNext()) {
            Object id = ids.next();
            if (last != null && ValueType.INSTANCE.compare(id, last) == 0) {
                continue;
            }
            last = id;
            Document document = DocumentBytes.decode(ids.getValue());
            if (filter.test(document)) {
                batch.add(projection.apply(document));
                bytes += ids.getValue().length;
            }
        }
        wanted -= batch.size();
        exhausted = wanted == 0 || !ids.hasNext();
        return batch;
    }
}
