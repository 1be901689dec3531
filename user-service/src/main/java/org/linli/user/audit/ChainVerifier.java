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
 * written. Rows are decoded and hashed on several threads, links are checked in order on one.
 */
public class ChainVerifier {
    private static final int BATCH = 1000;
    private static final int BATCHES_AHEAD = 8;
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
        MongoCollection<RawBsonDocument> raw = rows.collection().withDocumentClass(RawBsonDocument.class);
        Deque<Future<List<ReadRow>>> ahead = new ArrayDeque<>();
        try (MongoCursor<RawBsonDocument> cursor = raw.find(range(organisation, start))
                .sort(Sorts.ascending("_id"))
                .batchSize(BATCH)
                .cursor()) {
            while (cursor.hasNext() && check.broken() == null) {
                List<RawBsonDocument> batch = nextOf(cursor);
                ahead.add(pool.submit(() -> read(batch)));
                if (ahead.size() >= BATCHES_AHEAD) {
                    check.accept(done(ahead.remove()));
                    progress.accept(before + check.looked());
                }
            }
        }
        while (!ahead.isEmpty() && check.broken() == null) {
            check.accept(done(ahead.remove()));
        }
        check.end();
        progress.accept(before + check.looked());
        return check;
    }

    private static Bson range(String organisation, AuditRow.@Nullable Head start) {
        return start == null
                ? ChainRows.range(organisation)
                : Filters.and(
                        Filters.gte("_id", AuditRow.id(organisation, start.seq())),
                        Filters.lt("_id", organisation + ";"));
    }

    private static List<RawBsonDocument> nextOf(MongoCursor<RawBsonDocument> cursor) {
        List<RawBsonDocument> batch = new ArrayList<>(BATCH);
        do {
            batch.add(cursor.next());
        } while (batch.size() < BATCH && cursor.available() > 0);
        return batch;
    }

    /**
     * A row as read: where it stands, and what it is.
     *
     * @param id its place
     * @param row null when it cannot be read as a row
     * @param hash what its content comes to
     */
    record ReadRow(String id, @Nullable AuditRow row, String hash) {}

    private static List<ReadRow> read(List<RawBsonDocument> batch) {
        return batch.stream().map(ChainVerifier::read).toList();
    }

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
