package org.linli.localstack.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same documents and the same changes in a collection with indexes and in one without: every answer is the same. */
class IndexesChangeNoAnswerRules {

    private static final long SEED = 20261124;
    private static final int DOCUMENTS = 300;
    private static final int QUESTIONS = 400;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private StoreOnDisk store;
    private MongoCollection<Document> indexed;
    private MongoCollection<Document> plain;

    @BeforeEach
    void fill() {
        store = StoreOnDisk.in(folder);
        indexed = store.collection("indexed");
        plain = store.collection("plain");
        indexed.createIndex(Indexes.ascending("group"));
        indexed.createIndex(Indexes.compoundIndex(Indexes.ascending("kind"), Indexes.descending("number")));
        indexed.createIndex(Indexes.ascending("tags"));
        indexed.createIndex(Indexes.ascending("place.city"));
        indexed.createIndex(
                Indexes.ascending("serial"), new IndexOptions().unique(true).sparse(true));
        List<Document> documents =
                IntStream.range(0, DOCUMENTS).mapToObj(this::document).toList();
        indexed.insertMany(documents);
        plain.insertMany(documents);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void ofQuestions() {
        for (int i = 0; i < QUESTIONS; i++) {
            sameAnswer(filter());
        }
    }

    @Test
    void ofQuestionsAfterChangesAndAReopening() {
        for (int i = 0; i < QUESTIONS / 4; i++) {
            Document filter = filter();
            Document update = update();
            assertThat(indexed.updateMany(filter, update)).isEqualTo(plain.updateMany(filter, update));
            Document gone = new Document("_id", id(random.nextInt(DOCUMENTS)));
            assertThat(indexed.deleteOne(gone)).isEqualTo(plain.deleteOne(gone));
        }
        store.reopen();
        indexed = store.collection("indexed");
        plain = store.collection("plain");
        for (int i = 0; i < QUESTIONS / 2; i++) {
            sameAnswer(filter());
        }
    }

    /** What stands in an alternative is looked for in all documents: not even the index of ids is asked. */
    private void sameAnswer(Document filter) {
        Document alternative = new Document("$or", List.of(filter));
        for (int direction : new int[] {1, -1}) {
            Document order = new Document("_id", direction);
            assertThat(indexed.find(filter).sort(order).batchSize(7).into(new ArrayList<>()))
                    .as("%s by %s", filter, order)
                    .isEqualTo(
                            plain.find(alternative).sort(order).limit(DOCUMENTS).into(new ArrayList<>()));
        }
        assertThat(indexed.countDocuments(filter)).as("%s", filter).isEqualTo(plain.countDocuments(alternative));
    }

    private Document document(int number) {
        Document document = new Document("_id", id(number))
                .append("group", random.nextInt(20))
                .append("kind", random.nextBoolean() ? "a" : "b")
                .append("number", random.nextInt(10))
                .append("tags", tags());
        if (random.nextBoolean()) {
            document.append("place", new Document("city", "c" + random.nextInt(5)));
        }
        if (random.nextBoolean()) {
            document.append("serial", number);
        }
        return document;
    }

    /** Ids of three types: the order of MongoDB is numbers, then strings, then documents. */
    private static Object id(int number) {
        return switch (number % 3) {
            case 0 -> number;
            case 1 -> "id" + number;
            default -> new Document("part", number);
        };
    }

    private List<String> tags() {
        return random.ints(random.nextInt(4), 0, 6).mapToObj(tag -> "t" + tag).toList();
    }

    private Document filter() {
        Document filter = new Document();
        int fields = 1 + random.nextInt(3);
        for (int i = 0; i < fields; i++) {
            filter.putAll(condition());
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Document("$and", List.of(filter, condition()));
            case 2 -> new Document("$and", List.of(condition())).append("_id", new Document("$in", texts()));
            default -> filter;
        };
    }

    /** Ids that are texts, few enough to meet again. */
    private List<Object> texts() {
        return random.ints(4, 0, 6).mapToObj(number -> id(3 * number + 1)).toList();
    }

    private Document condition() {
        int number = random.nextInt(DOCUMENTS);
        return switch (random.nextInt(23)) {
            case 0 -> new Document("_id", id(number));
            case 1 -> new Document("_id", new Document("$in", List.of(id(number), id(number / 2), "none")));
            case 2 -> new Document("_id", new Document("$gt", id(number)));
            case 3 -> new Document("_id", new Document("$gte", id(number / 2)).append("$lt", id(number)));
            case 4 -> new Document("group", number % 20);
            case 5 -> new Document("group", (double) (number % 20));
            case 6 -> new Document("group", new Document("$in", List.of(1, 2L, 3.0)));
            case 7 -> new Document("kind", "a").append("number", new Document("$gt", number % 10));
            case 8 -> new Document("kind", "b").append("number", number % 10);
            case 9 -> new Document("tags", "t" + number % 6);
            case 10 -> new Document("tags", new Document("$in", List.of("t1", "t2")));
            case 11 -> new Document("place.city", "c" + number % 5);
            case 12 -> new Document("place.city", null);
            case 13 -> new Document("serial", number);
            case 14 -> new Document("group", new Document("$gt", number % 20));
            case 15 -> new Document("group", new Document("$gte", (double) (number % 20)).append("$lt", 15));
            case 16 -> new Document("tags", new Document("$gt", "t" + number % 6));
            case 17 -> new Document("place.city", new Document("$gt", ""));
            case 18 -> new Document("serial", new Document("$gt", number));
            case 19 -> new Document("serial", new Document("$exists", false));
            case 20 -> new Document("_id", new Document("$in", texts()));
            case 21 -> new Document("_id", texts().get(0));
            default -> new Document("_id", new Document("$in", texts()).append("$ne", texts().get(0)));
        };
    }

    private Document update() {
        return switch (random.nextInt(5)) {
            case 0 -> new Document("$set", new Document("group", random.nextInt(20)));
            case 1 -> new Document("$set", new Document("tags", tags()));
            case 2 -> new Document("$push", new Document("tags", "t" + random.nextInt(6)));
            case 3 -> new Document("$pull", new Document("tags", "t" + random.nextInt(6)));
            default -> new Document("$unset", new Document("place", "")).append("$inc", new Document("number", 1));
        };
    }
}
