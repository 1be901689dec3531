package org.linli.user.audit;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where each chain's head once was, written down beside the chain and in the log: so a tail that was cut off, and a
 * chain that was computed anew from some row on, show as well.
 */
public class AuditAnchors {
    private static final Logger log = LoggerFactory.getLogger(AuditAnchors.class);

    private final MongoCollection<Document> anchors;

    public AuditAnchors(MongoDatabase database) {
        this.anchors = database.getCollection("audit_anchors");
    }

    /** Once there, an anchor stays as it is: also when the chain shows another hash there now. */
    void write(String organisation, AuditRow.Head head, Instant at) {
        Document anchor = new Document("_id", AuditRow.id(organisation, head.seq()))
                .append("organisation", organisation)
                .append("seq", head.seq())
                .append("hash", head.hash())
                .append("at", Date.from(at));
        try {
            anchors.insertOne(anchor);
            log.info("audit anchor {} {} {}", organisation, head.seq(), head.hash());
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** Hashes by the number of the row. */
    TreeMap<Long, String> of(String organisation) {
        TreeMap<Long, String> found = new TreeMap<>();
        anchors.find(ChainRows.range(organisation))
                .forEach(anchor -> found.put(anchor.getLong("seq"), anchor.getString("hash")));
        return found;
    }

    /** The last one written by then. */
    AuditRow.@Nullable Head lastBy(String organisation, Instant by) {
        Document anchor = anchors.find(Filters.and(ChainRows.range(organisation), Filters.lte("at", Date.from(by))))
                .sort(Sorts.descending("_id"))
                .limit(1)
                .first();
        return anchor == null ? null : new AuditRow.Head(anchor.getLong("seq"), anchor.getString("hash"));
    }

    long lastSeq(String organisation) {
        Document last = anchors.find(ChainRows.range(organisation))
                .sort(Sorts.descending("_id"))
                .limit(1)
                .first();
        return last == null ? 0 : last.getLong("seq");
    }

    /** Also of chains that have lost every row. */
    Set<String> organisations() {
        Set<String> found = new LinkedHashSet<>();
        String after = "";
        for (Document next = first(after); next != null; next = first(after)) {
            found.add(next.getString("organisation"));
            after = next.getString("organisation") + ";";
        }
        return found;
    }

    private @Nullable Document first(String after) {
        return anchors.find(Filters.gt("_id", after))
                .sort(Sorts.ascending("_id"))
                .limit(1)
                .first();
    }
}
