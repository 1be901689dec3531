package org.linli.user.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads chains from their first row, or from an anchor, to their last and tells the first row that is not as it was
 * written. Pieces of a chain are read, decoded and hashed on several threads, links are checked in order on one.
 */
public class ChainVerifier {
    private static final int PIECE = 2_000;
    private static final DocumentCodec CODEC = new DocumentCodec();

    private final ChainRows rows;
    private final AuditAnchors anchors;
    private final int threads;

    public ChainVerifier(ChainRows rows, AuditAnchors anchors) {
        this.rows = rows;
        this.anchors = anchors;
        this.threads = Math.min(4, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Verifies one chain or all.
     *
     * @param from begins every chain at its last anchor by then; null = at its first row
     * @param progress is told the number of rows looked at so far, now and then
     */
    public Verdict verify(@Nullable String organisation, @Nullable Instant from, LongConsumer progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long looked = 0;
            int chains = 0;
            for (String one : organisation == null ? organisations() : List.of(organisation)) {
                ChainCheck check = check(one, from, pool, looked, progress);
                looked += check.looked();
                chains++;
                if (check.broken() != null) {
                    return new Verdict(looked, chains, check.broken());
                }
            }
            return new Verdict(looked, chains, null);
        } finally {
            pool.shutdownNow();
        }
    }

    private Collection<String> organisations() {
        TreeSet<String> all = new TreeSet<>(anchors.organisations());
        all.addAll(rows.organisations());
        return all;
    }

    private ChainCheck check(
            String organisation, @Nullable Instant from, ExecutorService pool, long before, LongConsumer progress) {
        AuditRow.Head start = from == null ? null : anchors.lastBy(organisation, from);
        // Anchors first: rows that come meanwhile are no contradiction to them.
        ChainCheck check = new ChainCheck(organisation, start, anchors.of(organisation), rows);
        Deque<Future<List<ReadRow>>> ahead = new ArrayDeque<>();
        long next = check.expected();
        boolean whole = true;
        while (whole && check.broken() == null) {
            for (; ahead.size() <= threads; next += PIECE) {
                Bson range = piece(organisation, next);
                ahead.add(pool.submit(() -> read(range)));
            }
            List<ReadRow> piece = done(ahead.remove());
            check.accept(piece);
            progress.accept(before + check.looked());
            whole = piece.size() >= PIECE;
        }
        ahead.forEach(reading -> reading.cancel(false));
        readRest(check, organisation);
        check.end();
        progress.accept(before + check.looked());
        return check;
    }

    /** Pieces lie side by side, whatever else has an id in between: nothing is in none of them. */
    private static Bson piece(String organisation, long from) {
        return Filters.and(
                Filters.gte("_id", from == 1 ? organisation + ":" : AuditRow.id(organisation, from)),
                Filters.lt("_id", AuditRow.id(organisation, from + PIECE)));
    }

    /** One more than there is room for shows what has no business there. */
    private List<ReadRow> read(Bson range) {
        List<ReadRow> read = new ArrayList<>(PIECE);
        raw().find(range)
                .sort(Sorts.ascending("_id"))
                .limit(PIECE + 1)
                .batchSize(PIECE + 1)
                .forEach(row -> read.add(read(row)));
        return read;
    }

    /**
     * A piece that was not full is the chain's end or has a gap. Pieces ahead were read at other moments and cannot tell
     * which, as rows are added all the time: one scan from there can.
     */
    private void readRest(ChainCheck check, String organisation) {
        if (check.broken() != null) {
            return;
        }
        Bson rest = Filters.and(
                Filters.gte("_id", AuditRow.id(organisation, check.expected())), Filters.lt("_id", organisation + ";"));
        try (MongoCursor<RawBsonDocument> cursor =
                raw().find(rest).sort(Sorts.ascending("_id")).batchSize(PIECE).cursor()) {
            while (cursor.hasNext() && check.broken() == null) {
                check.accept(List.of(read(cursor.next())));
            }
        }
    }

    private MongoCollection<RawBsonDocument> raw() {
        return rows.collection().withDocumentClass(RawBsonDocument.class);
    }

    /**
     * A row as read: where it stands, and what it is.
     *
     * @param id its place
     * @param row null when it cannot be read as a row
     * @param hash what its content comes to
     */
    record ReadRow(String id, @Nullable AuditRow row, String hash) {}

    private static ReadRow read(RawBsonDocument raw) {
        String id = raw.getString("_id").getValue();
        try {
            AuditRow row = RowDocument.read(raw.decode(CODEC));
            return new ReadRow(id, row, CanonicalText.hashOf(row));
        } catch (RuntimeException noRowAnyMore) {
            return new ReadRow(id, null, "");
        }
    }

    private static List<ReadRow> done(Future<List<ReadRow>> reading) {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("verification was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
