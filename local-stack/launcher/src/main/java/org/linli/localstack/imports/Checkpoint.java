package org.linli.localstack.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import org.linli.localstack.api.Json;

/**
 * Remembers which batches of one file are done, so that an import that was killed goes on where it stopped. Losing it
 * costs time only: rows that are sent again are recognised.
 */
final class Checkpoint {
    private final Path file;
    private final BitSet done;
    private Counts counts;

    /** Running totals over all finished batches. */
    record Counts(long created, long changed, long unchanged) {
        Counts plus(Counts other) {
            return new Counts(created + other.created, changed + other.changed, unchanged + other.unchanged);
        }
    }

    private record Saved(long[] done, Counts counts) {}

    private Checkpoint(Path file, BitSet done, Counts counts) {
        this.file = file;
        this.done = done;
        this.counts = counts;
    }

    static Checkpoint open(Path file) {
        if (!Files.exists(file)) {
            return new Checkpoint(file, new BitSet(), new Counts(0, 0, 0));
        }
        Saved saved = Json.MAPPER.readValue(file.toFile(), Saved.class);
        return new Checkpoint(file, BitSet.valueOf(saved.done), saved.counts);
    }

    synchronized boolean isDone(int batch) {
        return done.get(batch);
    }

    synchronized int finished() {
        return done.cardinality();
    }

    synchronized Counts counts() {
        return counts;
    }

    synchronized void finish(int batch, Counts ofBatch) {
        done.set(batch);
        counts = counts.plus(ofBatch);
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, Json.MAPPER.writeValueAsString(new Saved(done.toLongArray(), counts)));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
