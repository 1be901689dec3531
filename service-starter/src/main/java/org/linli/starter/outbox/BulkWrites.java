package org.linli.starter.outbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;

/** What became of many writes that were sent together. */
public final class BulkWrites {
    private BulkWrites() {}

    /** Whether nothing else went wrong than that documents to be inserted are there already. */
    public static boolean someoneWasFaster(MongoBulkWriteException failure) {
        return failure.getWriteConcernError() == null
                && failure.getWriteErrors().stream()
                        .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
    }
}
