package org.linli.user.audit;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * Appends to the chains. A row's id is its number in the chain and its predecessor's hash is in it, so of two writers
 * who saw the same head one finds its number taken and reads the head again: a chain cannot fork. Killed between any
 * two steps, what was inserted is a whole chain, and what comes again is recognised by its event.
 */
public class AuditChain {
    /** Every failed attempt means that someone else got a row in. */
    private static final int ATTEMPTS = 500;

    private final ChainRows rows;

    public AuditChain(ChainRows rows) {
        this.rows = rows;
    }

    /** How many rows became new, and the chain's end. */
    public record Appended(int added, AuditRow.Head head) {}

    /** @param arrivals of this one organisation, in the order in which they came */
    public Appended append(String organisation, List<Arrival> arrivals) {
        int added = 0;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            AuditRow.Head head = rows.head(organisation);
            List<AuditRow> fresh = chained(head, unknown(organisation, arrivals));
            if (fresh.isEmpty()) {
                return new Appended(added, head);
            }
            int inserted = insert(fresh);
            added += inserted;
            if (inserted == fresh.size()) {
                return new Appended(added, fresh.get(inserted - 1).asHead());
            }
        }
        throw new IllegalStateException("the head of chain " + organisation + " moved " + ATTEMPTS + " times");
    }

    private List<Arrival> unknown(String organisation, List<Arrival> arrivals) {
        Set<String> seen = new HashSet<>(
                rows.known(organisation, arrivals.stream().map(Arrival::eventId).toList()));
        return arrivals.stream().filter(arrival -> seen.add(arrival.key())).toList();
    }

    private static List<AuditRow> chained(AuditRow.Head head, List<Arrival> arrivals) {
        List<AuditRow> chained = new ArrayList<>(arrivals.size());
        AuditRow.Head last = head;
        for (Arrival arrival : arrivals) {
            AuditRow row = AuditRow.after(last, arrival);
            chained.add(row);
            last = row.asHead();
        }
        return chained;
    }

    /** In order, and stops at the first that is refused: what is in is a piece of chain without a gap. */
    private int insert(List<AuditRow> fresh) {
        List<Document> documents = fresh.stream().map(RowDocument::of).toList();
        try {
            rows.collection().insertMany(documents, new InsertManyOptions().ordered(true));
            return fresh.size();
        } catch (MongoBulkWriteException e) {
            boolean taken = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(error ->
                                    ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (!taken) {
                throw e;
            }
            return e.getWriteErrors().get(0).getIndex();
        }
    }
}
