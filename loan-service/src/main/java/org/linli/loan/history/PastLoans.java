package org.linli.loan.history;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.linli.loan.policy.kernel.Policy;
import org.linli.loan.whatif.PastCases;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored loans of the past; as past cases they can be asked what the scorecard says, for nothing else is known. */
@Component
class PastLoans implements PastCases {
    private final MongoOperations mongo;

    PastLoans(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @return ids that were there before and stay as they were */
    Set<String> add(List<PastLoan> loans) {
        if (loans.isEmpty()) {
            return Set.of();
        }
        List<Document> documents = loans.stream().map(this::document).toList();
        Set<String> known = mongo.execute(PastLoan.COLLECTION, target -> {
            try {
                target.insertMany(documents, new InsertManyOptions().ordered(false));
                return Set.of();
            } catch (MongoBulkWriteException e) {
                return known(loans, e);
            }
        });
        return known == null ? Set.of() : known;
    }

    private static Set<String> known(List<PastLoan> loans, MongoBulkWriteException e) {
        boolean allKnown = e.getWriteErrors().stream()
                .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
        if (!allKnown || e.getWriteConcernError() != null) {
            throw e;
        }
        return e.getWriteErrors().stream()
                .map(BulkWriteError::getIndex)
                .map(index -> loans.get(index).id())
                .collect(Collectors.toSet());
    }

    private Document document(PastLoan loan) {
        Document document = new Document();
        mongo.getConverter().write(loan, document);
        return document;
    }

    @Override
    public String source() {
        return "history";
    }

    @Override
    public long count() {
        return mongo.count(new Query(), PastLoan.class);
    }

    /** To be closed. */
    Stream<PastLoan> all(@Nullable String afterId) {
        Query query = afterId == null
                ? new Query()
                : Query.query(Criteria.where("_id").gt(afterId));
        return mongo.stream(query.with(Sort.by("_id")), PastLoan.class);
    }

    @Override
    public Stream<PastCase> after(@Nullable String id) {
        return all(id).map(loan -> new PastCase(loan.id(), loan.known(), Set.of(Policy.SCORE), loan.bad()));
    }
}
