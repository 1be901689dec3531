package org.linli.localstack.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.demo.GeneratedOffer;
import tools.jackson.databind.JsonNode;

/**
 * Loads a file of places: batches of 200 rows, every one repeatable. A merchant comes with a generated
 * offer. Call it again after a kill and it goes on; call it again after its end and it changes nothing.
 */
public class PlaceImport {
    private static final int BATCH = 200;

    private final PlatformApi api;
    private final Path checkpoints;

    /** @param checkpoints folder for the state of unfinished imports */
    public PlaceImport(PlatformApi api, Path checkpoints) {
        this.api = api;
        this.checkpoints = checkpoints;
    }

    /**
     * How an import ended.
     *
     * @param changed nodes of the tree that are otherwise now, or will be on their date
     * @param notWanted rows of categories that are not imported
     * @param repeated rows that stand in the file more than once, word for word
     */
    public record Report(
            long created, long changed, long unchanged, long notWanted, long repeated, List<RejectedRow> rejected) {}

    /** What the person at the terminal sees while it runs; called from several threads. */
    public interface Progress {
        void begin(long rows, long alreadyDone);

        LongConsumer rowsDone();
    }

    public Report load(Path file, Target target, String crs, CategoryMapping mapping, Progress progress) {
        PlaceFile.Content content = new PlaceFile(file, target, crs, mapping).read();
        List<List<PlaceRow>> batches = batches(content.rows());
        Checkpoint checkpoint = Checkpoint.open(checkpoints.resolve(name(file, target, crs, content)));
        progress.begin(content.rows().size(), Math.min(content.rows().size(), (long) checkpoint.finished() * BATCH));
        List<RejectedRow> rejected = Collections.synchronizedList(new ArrayList<>(content.rejected()));
        sendAll(batches, target, checkpoint, rejected, progress.rowsDone());
        Checkpoint.Counts counts = checkpoint.counts();
        checkpoint.remove();
        List<RejectedRow> sorted = new ArrayList<>(rejected);
        sorted.sort(Comparator.comparingLong(RejectedRow::line));
        return new Report(
                counts.created(),
                counts.changed(),
                counts.unchanged(),
                content.notWanted(),
                content.repeated(),
                sorted);
    }

    private void sendAll(
            List<List<PlaceRow>> batches,
            Target target,
            Checkpoint checkpoint,
            List<RejectedRow> rejected,
            LongConsumer rowsDone) {
        ExecutorService senders = Executors.newFixedThreadPool(target.batchesAtATime());
        try {
            List<Future<?>> sending = new ArrayList<>();
            for (int number = 0; number < batches.size(); number++) {
                int batch = number;
                if (!checkpoint.isDone(batch)) {
                    sending.add(senders.submit(() -> {
                        checkpoint.finish(batch, send(batches.get(batch), target, rejected));
                        rowsDone.accept(batches.get(batch).size());
                    }));
                }
            }
            for (Future<?> each : sending) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new ImportException(message(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportException("interrupted");
        } finally {
            senders.shutdownNow();
        }
    }

    private Checkpoint.Counts send(List<PlaceRow> batch, Target target, List<RejectedRow> rejected) {
        List<Map<String, Object>> rows =
                batch.stream().map(row -> body(row, target)).toList();
        JsonNode answer = api.postUntilDone(target.path(), Map.of("rows", rows));
        answer.path("rejected")
                .forEach(row -> rejected.add(new RejectedRow(
                        row.path("line").asLong(),
                        row.path("code").asString(),
                        row.path("detail").asString())));
        return new Checkpoint.Counts(
                answer.path("created").asLong(),
                answer.path("changed").asLong(0),
                answer.path("unchanged").asLong());
    }

    private static Map<String, Object> body(PlaceRow row, Target target) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("line", row.line());
        body.put("externalId", row.externalId());
        body.put("name", row.name());
        body.put("address", row.address());
        body.put("point", row.point());
        body.putAll(row.more());
        if (target == Target.MERCHANTS) {
            body.put("category", row.category());
            body.put(
                    "offer", GeneratedOffer.of(row.externalId(), row.category()).body());
        }
        return body;
    }

    private static String message(ExecutionException e) {
        Throwable cause = e.getCause();
        return cause == null ? e.toString() : String.valueOf(cause.getMessage());
    }

    private static List<List<PlaceRow>> batches(List<PlaceRow> rows) {
        List<List<PlaceRow>> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.add(rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
        return batches;
    }

    /** The checkpoint belongs to the content, not to the name: a changed file starts anew. */
    private static String name(Path file, Target target, String crs, PlaceFile.Content content) {
        int rows = content.rows().stream().map(PlaceRow::externalId).toList().hashCode();
        return file.getFileName() + "-" + target + "-" + crs + "-" + Integer.toHexString(rows) + ".json";
    }
}
