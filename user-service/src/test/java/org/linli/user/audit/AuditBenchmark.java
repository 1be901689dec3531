package org.linli.user.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;

/** By hand: generates a chain directly in the local store and verifies it as the service does. See benchmarks/README.md. */
class AuditBenchmark {
    private static final int BATCH = 5_000;

    @Test
    void verify() {
        int wanted = Integer.getInteger("rows", 1_000_000);
        try (MongoClient client = MongoClients.create(LocalStack.mongoUri("audit-bench"))) {
            MongoDatabase database = client.getDatabase("audit-bench-" + Ids.next());
            ChainRows rows = new ChainRows(database);
            // The one index that a lookup needs; the others would only lengthen the generation.
            rows.collection().createIndex(Indexes.ascending("organisation", "eventId", "source"));
            long begun = System.nanoTime();
            generate(rows, wanted);
            System.out.printf("generated %,d rows in %.1f s%n", wanted, seconds(begun));
            ChainVerifier verifier = new ChainVerifier(rows, new AuditAnchors(database));
            begun = System.nanoTime();
            Verdict whole = verifier.verify(null, null);
            double seconds = seconds(begun);
            System.out.printf(
                    "verified %,d rows in %.1f s, %,.0f/s, ok=%s%n",
                    whole.rows(), seconds, wanted / seconds, whole.ok());
            rows.collection()
                    .updateOne(Filters.eq("_id", AuditRow.id("B01", wanted - 7L)), Updates.set("reason", "another"));
            System.out.println("edited row " + (wanted - 7) + ": "
                    + verifier.verify(null, null).firstBroken());
        }
    }

    /** A whole export, as {@code AuditExportController} writes it to its file. */
    @Test
    void export() throws IOException {
        int wanted = Integer.getInteger("rows", 200_000);
        try (MongoClient client = MongoClients.create(LocalStack.mongoUri("audit-bench"))) {
            ChainRows rows = new ChainRows(client.getDatabase("audit-bench-" + Ids.next()));
            generate(rows, wanted);
            AuditTrail trail = new AuditTrail(rows);
            AuditFilter everything = new AuditFilter(null, null, null, null, null, null, null, null, null);
            for (int round = 0; round < 3; round++) {
                for (String format : List.of("csv", "xlsx")) {
                    // What lives is looked at in the last round only: looking takes time.
                    LiveMemory memory = round == 2 ? new LiveMemory(wanted / 10) : null;
                    Path file = Files.createTempFile("audit", "." + format);
                    long begun = System.nanoTime();
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                            AuditExport export = format.equals("csv") ? AuditExport.csv(out) : AuditExport.xlsx(out)) {
                        trail.forEach(everything, List.of("/hq/"), wanted, row -> {
                            export.row(row);
                            if (memory != null) {
                                memory.look();
                            }
                        });
                    }
                    System.out.printf(
                            "exported %,d rows as %s in %.1f s, %.1f MB%s%n",
                            wanted, format, seconds(begun), Files.size(file) / 1e6, memory == null ? "" : memory);
                    Files.delete(file);
                }
            }
        }
    }

    /** How much more than before lives on the heap, looked at every so many rows. */
    private static final class LiveMemory {
        private final int every;
        private final long before = live();
        private final List<Long> more = new ArrayList<>();
        private int rows;

        LiveMemory(int every) {
            this.every = every;
        }

        void look() {
            if (++rows % every == 0) {
                more.add(live() - before);
            }
        }

        private static long live() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }

        @Override
        public String toString() {
            return more.stream()
                    .map(bytes -> "%.1f".formatted(bytes / 1e6))
                    .collect(Collectors.joining(" ", ", MB that live on the way: ", ""));
        }
    }

    private static void generate(ChainRows rows, int wanted) {
        AuditRow.Head head = AuditRow.Head.NONE;
        for (int from = 0; from < wanted; from += BATCH) {
            List<Document> batch = new ArrayList<>(BATCH);
            for (int i = from; i < Math.min(wanted, from + BATCH); i++) {
                AuditRow row = AuditRow.after(head, Rows.arrival("B01", "0hq5v2t7k" + i));
                batch.add(RowDocument.of(row));
                head = row.asHead();
            }
            rows.collection().insertMany(batch);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
