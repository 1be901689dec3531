package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** A cursor that has an idea of its own how much to give when the client does not say; the kept one refuses that. */
final class UsualBatches extends AbstractCursor {
    static final int SIZE = 1000;

    private final Cursor kept;

    UsualBatches(Cursor kept) {
        super(kept.getId());
        this.kept = kept;
    }

    /** Gives the rest of a long answer such a cursor. */
    static QueryResult of(CursorRegistry cursors, QueryResult answer) {
        if (answer.getCursorId() != 0) {
            Cursor kept = cursors.getCursor(answer.getCursorId());
            cursors.remove(kept);
            cursors.add(new UsualBatches(kept));
        }
        return answer;
    }

    @Override
    public boolean isEmpty() {
        return kept.isEmpty();
    }

    @Override
    public synchronized List<Document> takeDocuments(int size) {
        return kept.takeDocuments(size > 0 ? size : SIZE);
    }
}
