package org.linli.user.branch;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * One space of ids for all nodes of the tree, although branches and outlets lie in collections of their own: an id is
 * taken for one kind before the node is written, for good. Nodes from before this was kept are looked for themselves.
 */
@Component
public class NodeIds {
    private static final String COLLECTION = "organisation_ids";

    private final MongoOperations mongo;

    NodeIds(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** What a node is, and where it lies. */
    public enum Kind {
        BRANCH("branches"),
        OUTLET("outlets");

        private final String collection;

        Kind(String collection) {
            this.collection = collection;
        }

        public String collection() {
            return collection;
        }

        private Kind other() {
            return this == BRANCH ? OUTLET : BRANCH;
        }
    }

    record Taken(@Id String id, Kind kind) {}

    /** @return false when it is the id of a node of the other kind; two nodes of one kind their own collection refuses */
    boolean take(String id, Kind kind) {
        Query own = Query.query(Criteria.where("_id").is(id));
        if (mongo.exists(own, kind.other().collection)) {
            return false;
        }
        try {
            mongo.insert(new Taken(id, kind), COLLECTION);
            return true;
        } catch (DuplicateKeyException known) {
            Taken taken = mongo.findById(id, Taken.class, COLLECTION);
            return taken != null && taken.kind == kind;
        }
    }
}
