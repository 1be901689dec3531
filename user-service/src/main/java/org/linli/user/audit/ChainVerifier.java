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
     * Verifies one chain or all, to the end.
     *
     * @param from begins every chain at its last anchor by then; null = at its first row
     */
    public Verdict verify(@Nullable String organisation, @Nullable Instant from) {
        return part(organisation, from, null, Long.MAX_VALUE).verdict();
    }

    /**
     * Verifies so many rows and tells where to go on.
     *
     * @param after where the part before ended; null = begin
     */
    public Part part(@Nullable String organisation, @Nullable Instant from, @Nullable Place after, long mostRows) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Looked> looked = new ArrayList<>();
            long left = mostRows;
            for (String one : chains(organisation, after)) {
                if (left == 0) {
                    return new Part(looked, null, Place.beginningOf(one));
                }
                ChainCheck check = check(one, from, after, left, pool);
                left -= check.looked();
                looked.add(new Looked(one, check.looked(), check.isComplete()));
                if (check.broken() != null || !check.isComplete()) {
                    return new Part(looked, check.broken(), check.broken() == null ? check.place() : null);
                }
            }
            return new Part(looked, null, null);
        } finally {
            pool.shutdownNow();
        }
    }

    private Collection<String> chains(@Nullable String organisation, @Nullable Place after) {
        if (organisation != null) {
            return List.of(organisation);
        }
        TreeSet<String> all = new TreeSet<>(anchors.organisations());
        all.addAll(rows.organisations());
        return after == null ? all : all.tailSet(after.organisation());
    }

    private ChainCheck check(
            String organisation, @Nullable Instant from, @Nullable Place after, long mostRows, ExecutorService pool) {
        Place resumed = after != null && after.isWithin(organisation) ? after : null;
        AuditRow.Head start = from == null || resumed != null ? null : anchors.lastBy(organisation, from);
        // Anchors first: rows that come meanwhile are no contradiction to them.
        ChainCheck check = new ChainCheck(organisation, start, resumed, anchors.of(organisation), rows);
        MongoCollection<RawBsonDocument> raw = rows.collection().withDocumentClass(RawBsonDocument.class);
        Deque<Future<List<ReadRow>>> ahead = new ArrayDeque<>();
        long left = mostRows;
        boolean all;
        try (MongoCursor<RawBsonDocument> cursor = raw.find(range(organisation, start, resumed))
                .sort(Sorts.ascending("_id"))
                .batchSize(BATCH)
                .cursor()) {
            while (left > 0 && cursor.hasNext() && check.broken() == null) {
                List<RawBsonDocument> batch = nextOf(cursor, left);
                left -= batch.size();
                ahead.add(pool.submit(() -> read(batch)));
                if (ahead.size() >= BATCHES_AHEAD) {
                    check.accept(done(ahead.remove()));
                }
            }
            all = !cursor.hasNext();
        }
        while (!ahead.isEmpty() && check.broken() == null) {
            check.accept(done(ahead.remove()));
        }
        if (all) {
            check.end();
        }
        return check;
    }

    /** Strictly after the last row seen: whatever was put between two rows is met as well. */
    private static Bson range(String organisation, AuditRow.@Nullable Head start, @Nullable Place resumed) {
        if (resumed != null) {
            return Filters.and(
                    Filters.gt("_id", AuditRow.id(organisation, resumed.seq())), Filters.lt("_id", organisation + ";"));
        }
        return start == null
                ? ChainRows.range(organisation)
                : Filters.and(
                        Filters.gte("_id", AuditRow.id(organisation, start.seq())),
                        Filters.lt("_id", organisation + ";"));
    }

    private static List<RawBsonDocument> nextOf(MongoCursor<RawBsonDocument> cursor, long most) {
        List<RawBsonDocument> batch = new ArrayList<>(BATCH);
        do {
            batch.add(cursor.next());
        } while (batch.size() < Math.min(BATCH, most) && cursor.available() > 0);
        return batch;
    }

    /**
     * The last row that was looked at.
     *
     * @param seq its number; 0 = none of this chain yet
     */
    public record Place(String organisation, long seq, String hash) {
        static Place beginningOf(String organisation) {
            return new Place(organisation, 0, AuditRow.BEGINNING);
        }

        private boolean isWithin(String chain) {
            return seq > 0 && organisation.equals(chain);
        }
    }

    /** How far one chain was looked at in a part, and whether to its end. */
    public record Looked(String organisation, long rows, boolean complete) {}

    /**
     * What a part found.
     *
     * @param next where to go on; null = that was all, or there is nothing to go on for
     */
    public record Part(
            List<Looked> chains,
            Verdict.@Nullable Broken firstBroken,
            @Nullable Place next) {
        Verdict verdict() {
            return new Verdict(chains.stream().mapToLong(Looked::rows).sum(), chains.size(), firstBroken);
        }
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
