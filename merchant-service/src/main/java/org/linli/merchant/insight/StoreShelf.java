package org.linli.merchant.insight;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Documents in one collection of the store; atomic by document, like everything there. */
class StoreShelf<T extends Kept> implements Shelf<T> {
    private final MongoOperations mongo;
    private final Class<T> type;
    private final String collection;

    StoreShelf(MongoOperations mongo, Class<T> type, String collection) {
        this.mongo = mongo;
        this.type = type;
        this.collection = collection;
    }

    @Override
    public Map<String, T> find(Collection<String> ids) {
        return mongo.find(Query.query(Criteria.where("_id").in(ids)), type, collection).stream()
                .collect(Collectors.toMap(Kept::id, Function.identity()));
    }

    @Override
    public boolean keep(T document) {
        if (document.revision() == 1) {
            try {
                mongo.insert(document, collection);
                return true;
            } catch (DuplicateKeyException someoneWasFaster) {
                return false;
            }
        }
        Query predecessor = Query.query(
                Criteria.where("_id").is(document.id()).and("revision").is(document.revision() - 1));
        return mongo.replace(predecessor, document, collection).getMatchedCount() == 1;
    }
}
