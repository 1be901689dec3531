package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** All documents between two ids (inclusive, null = no bound), by rising or falling id. */
record IdScan(
        MVMap<Object, byte[]> documents,
        @Nullable Object lowest,
        @Nullable Object highest,
        boolean descending) {

    static IdScan of(MVMap<Object, byte[]> documents, Conditions conditions, boolean descending) {
        return new IdScan(documents, conditions.lowestId(), conditions.highestId(), descending);
    }

    /** From the beginning, or from the given id on (inclusive, if it still exists). */
    @SuppressWarnings("NullAway") // the map takes null for "no bound"
    Cursor<Object, byte[]> open(@Nullable Object from) {
        Object first = from != null ? from : descending ? highest : lowest;
        return documents.cursor(first, descending ? lowest : highest, descending);
    }

    Stream<Document> stream() {
        Cursor<Object, byte[]> ids = open(null);
        Iterator<Document> decoded = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return ids.hasNext();
            }

            @Override
            public Document next() {
                ids.next();
                return DocumentBytes.decode(ids.getValue());
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(decoded, Spliterator.ORDERED), false);
    }
}
