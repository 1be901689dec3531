package org.linli.user.branch;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The door of the nodes of one kind. What will hang below a node is noted at the node before it is written, in one
 * operation that fails when the node is closing; a closing node waits for nobody but counts whoever is noted. Each step
 * bumps the version, so that no save from an older copy forgets an arrival.
 */
final class NodeDoor<N extends OrganisationNode<?>> {
    private static final String ARRIVALS = "arrivals";

    private final MongoOperations mongo;
    private final Class<N> type;
    private final String collection;

    NodeDoor(MongoOperations mongo, Class<N> type, String collection) {
        this.mongo = mongo;
        this.type = type;
        this.collection = collection;
    }

    /**
     * Notes an arrival.
     *
     * @param planned whether a node that is still to open takes it, too
     * @return the node as it is with the note; empty when it takes nothing
     */
    Optional<N> enter(String id, String what, boolean planned, Instant now) {
        Criteria takes = Criteria.where("_id")
                .is(id)
                .and("closed")
                .is(false)
                .and("closing")
                .is(null);
        Query query = Query.query(planned ? takes : takes.and("planned").is(false));
        Update note = new Update().push(ARRIVALS, new Arrival(what, now)).inc("version", 1);
        return Optional.ofNullable(
                mongo.findAndModify(query, note, FindAndModifyOptions.options().returnNew(true), type, collection));
    }

    /** It is there, or has turned back. */
    void entered(String id, String what) {
        Update done = new Update()
                .pull(ARRIVALS, Query.query(Criteria.where("what").is(what)))
                .inc("version", 1);
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id).and(ARRIVALS + ".what").is(what)), done, type, collection);
    }
}
