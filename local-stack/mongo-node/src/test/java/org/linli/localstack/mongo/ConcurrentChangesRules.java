package org.linli.localstack.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding one document and changing it is one step, whoever else writes: stock and versions rest on it. */
class ConcurrentChangesRules {

    private static final int WRITERS = 32;

    @TempDir
    Path folder;

    private StoreOnDisk store;
    private MongoCollection<Document> things;

    @BeforeEach
    void open() {
        store = StoreOnDisk.in(folder);
        things = store.collection("things");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void stockIsTakenExactlyAsOftenAsThereIsStock() throws Exception {
        things.insertOne(new Document("_id", "offer").append("remaining", 100));

        List<Boolean> taken = together(
                WRITERS * 10,
                () -> things.findOneAndUpdate(and(eq("_id", "offer"), gt("remaining", 0)), inc("remaining", -1))
                        != null);

        assertThat(taken).filteredOn(success -> success).hasSize(100);
        assertThat(things.find(eq("_id", "offer")).first()).containsEntry("remaining", 0);
    }

    @Test
    void ofWritersWithTheSameVersionOneWins() throws Exception {
        things.insertOne(new Document("_id", "loan").append("version", 7));

        List<Boolean> won = together(
                WRITERS,
                () -> things.replaceOne(
                                        and(eq("_id", "loan"), eq("version", 7)),
                                        new Document("_id", "loan").append("version", 8))
                                .getMatchedCount()
                        == 1);

        assertThat(won).filteredOn(success -> success).hasSize(1);
    }

    @Test
    void noElementOfAnArrayIsLostBetweenWriters() throws Exception {
        things.insertOne(new Document("_id", "list").append("count", 0));

        together(
                WRITERS * 5, () -> things.updateOne(eq("_id", "list"), combine(inc("count", 1), push("entries", "x"))));

        Document list = things.find(eq("_id", "list")).first();
        assertThat(list).containsEntry("count", WRITERS * 5);
        assertThat(list.getList("entries", String.class)).hasSize(WRITERS * 5);
    }

    @Test
    void oneOfManyInsertsOfAnIdSucceedsAndTheOthersSayDuplicateKey() throws Exception {
        List<Integer> codes = together(WRITERS, () -> codeOf(() -> things.insertOne(new Document("_id", "same"))));

        assertThat(codes).filteredOn(code -> code == 0).hasSize(1);
        assertThat(codes).filteredOn(code -> code == 11000).hasSize(WRITERS - 1);
    }

    @Test
    void oneOfManyInsertsOfAUniqueValueSucceedsAndTheOthersSayDuplicateKey() throws Exception {
        things.createIndex(Indexes.ascending("phone"), new IndexOptions().unique(true));

        List<Integer> codes = together(WRITERS, () -> codeOf(() -> things.insertOne(new Document("phone", "1"))));

        assertThat(codes).filteredOn(code -> code == 0).hasSize(1);
        assertThat(codes).filteredOn(code -> code == 11000).hasSize(WRITERS - 1);
    }

    @Test
    void upsertsOfOneIdMakeOneDocument() throws Exception {
        together(WRITERS, () -> things.updateOne(eq("_id", "day"), inc("count", 1), new UpdateOptions().upsert(true)));

        assertThat(things.find().into(new ArrayList<>()))
                .containsExactly(new Document("_id", "day").append("count", WRITERS));
    }

    private static int codeOf(Runnable insert) {
        try {
            insert.run();
            return 0;
        } catch (MongoWriteException e) {
            return e.getCode();
        }
    }

    private static <T> List<T> together(int times, Callable<T> action) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<T>> actions = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                actions.add(action);
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : writers.invokeAll(actions)) {
                results.add(result.get());
            }
            return results;
        } finally {
            writers.shutdownNow();
        }
    }
}
