package org.linli.loan.whatif;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The lists of who would change, one document a case. */
@Component
class Changes {
    /** Sorts after every character that an id has. */
    private static final String END = "\uffff";

    private final MongoOperations mongo;

    Changes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** What a repeated batch wrote before stays as it is: it says the same. */
    void add(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<Document> documents = changes.stream().map(this::document).toList();
        mongo.execute(Change.COLLECTION, target -> {
            try {
                return target.insertMany(documents, new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                boolean allKnown = e.getWriteErrors().stream()
                        .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
                if (!allKnown || e.getWriteConcernError() != null) {
                    throw e;
                }
                return null;
            }
        });
    }

    private Document document(Change change) {
        Document document = new Document();
        mongo.getConverter().write(change, document);
        return document;
    }

    List<Change> page(String runId, @Nullable String afterCase, int limit) {
        return mongo.find(query(runId, afterCase).limit(limit), Change.class);
    }

    /** To be closed. */
    Stream<Change> all(String runId) {
        return mongo.stream(query(runId, null), Change.class);
    }

    private static Query query(String runId, @Nullable String afterCase) {
        return Query.query(Criteria.where("_id")
                        .gt(Change.idOf(runId, afterCase == null ? "" : afterCase))
                        .lt(Change.idOf(runId, END)))
                .with(Sort.by("_id"));
    }
}
