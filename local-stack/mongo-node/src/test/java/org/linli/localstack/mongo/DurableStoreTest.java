package org.linli.localstack.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableStoreTest {

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
    void everyTypeOfValueComesBackAfterReopening() {
        Document document = new Document("_id", new ObjectId())
                .append("text", "邻里")
                .append("number", 1)
                .append("fen", 123_456_789_012L)
                .append("share", 0.5)
                .append("rate", Decimal128.parse("9.4822"))
                .append("at", new Date(1_795_000_000_000L))
                .append("yes", true)
                .append("none", null)
                .append("bytes", new Binary(new byte[] {1, 2, 3}))
                .append("nested", new Document("list", List.of(1, "two", new Document("three", 3))));
        things.insertOne(document);

        store.reopen();

        assertThat(store.collection("things").find().first()).isEqualTo(document);
    }

    @Test
    void aLongAnswerComesToItsEndHoweverItIsFound() {
        things.createIndex(Indexes.ascending("place"));
        things.insertMany(IntStream.range(0, 2_500)
                .mapToObj(i -> new Document("_id", i).append("place", "B01").append("weight", i % 7))
                .toList());

        assertThat(things.find(Filters.eq("place", "B01"))).hasSize(2_500);
        assertThat(things.find(Filters.eq("place", "B01")).limit(2_400)).hasSize(2_400);
        assertThat(things.find().sort(Sorts.descending("weight", "_id"))).hasSize(2_500);
        assertThat(things.find()).hasSize(2_500);
    }

    @Test
    void anIdOfAnyTypeFindsItsDocumentAfterReopening() {
        List<Object> ids = List.of(1, 2L, 3.5, "four", new ObjectId(), new Document("a", 1).append("b", "x"), true);
        ids.forEach(id -> things.insertOne(new Document("_id", id).append("value", id.toString())));

        store.reopen();

        MongoCollection<Document> again = store.collection("things");
        assertThat(ids)
                .allSatisfy(id -> assertThat(again.find(eq("_id", id)).first()).containsEntry("value", id.toString()));
    }

    @Test
    void aNumberAsIdIsTheSameWhateverItsWidth() {
        things.createIndex(Indexes.ascending("serial"), new IndexOptions().unique(true));
        things.insertOne(new Document("_id", 1).append("serial", 5L).append("count", 0));

        things.updateOne(eq("_id", 1.0), new Document("$inc", new Document("count", 1)));
        things.updateOne(eq("serial", 5), new Document("$inc", new Document("count", 1)));

        assertThat(things.find(eq("_id", 1L)).first()).containsEntry("count", 2);
        assertThat(things.deleteOne(eq("_id", 1L)).getDeletedCount()).isEqualTo(1);
    }

    @Test
    void pagesByIdFollowOneAnotherWithoutGapOrRepetition() {
        things.insertMany(IntStream.range(0, 1050)
                .mapToObj(i -> new Document("_id", String.format("%05d", i)))
                .toList());

        List<String> seen = new ArrayList<>();
        String last = "";
        List<Document> page;
        do {
            page = things.find(gt("_id", last))
                    .sort(ascending("_id"))
                    .limit(200)
                    .into(new ArrayList<>());
            page.forEach(document -> seen.add(document.getString("_id")));
            last = seen.get(seen.size() - 1);
        } while (page.size() == 200);

        assertThat(seen).hasSize(1050).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aLongAnswerArrivesInBatchesAndWhole() {
        things.insertMany(
                IntStream.range(0, 2500).mapToObj(i -> new Document("_id", i)).toList());

        assertThat(things.find().into(new ArrayList<>())).hasSize(2500);
        assertThat(things.find().batchSize(10).limit(25).into(new ArrayList<>()))
                .hasSize(25);
        assertThat(things.find().skip(2400).into(new ArrayList<>())).hasSize(100);
    }

    /** As a client sees it that reads a few fields of many large documents: neither side may hold them all at once. */
    @Test
    void aBatchOfLargeDocumentsEndsBeforeItIsTooLarge() {
        for (int i = 0; i < 30; i++) {
            things.insertOne(new Document("_id", i).append("place", "B01").append("load", "x".repeat(1_000_000)));
        }
        Document answer = store.database().runCommand(new Document("find", "things").append("batchSize", 1_000));
        assertThat(answer.get("cursor", Document.class).getList("firstBatch", Document.class))
                .hasSizeBetween(1, 17);
        assertThat(things.find().into(new ArrayList<>())).hasSize(30);
    }

    @Test
    void onlyWhatIsAskedForComesBackHoweverItIsFound() {
        things.createIndex(Indexes.ascending("place"));
        things.insertMany(IntStream.range(0, 300)
                .mapToObj(i -> new Document("_id", i)
                        .append("place", i % 2 == 0 ? "B01" : "B02")
                        .append("weight", i % 7)
                        .append("load", "x"))
                .toList());
        List<Document> wanted = IntStream.range(0, 300)
                .filter(i -> i % 2 == 0)
                .mapToObj(i -> new Document("_id", i).append("weight", i % 7))
                .toList();

        assertThat(things.find(eq("place", "B01"))
                        .projection(Projections.include("weight"))
                        .into(new ArrayList<>()))
                .as("by the index")
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(things.find(eq("place", "B01"))
                        .hint(Indexes.ascending("_id"))
                        .projection(Projections.exclude("place", "load"))
                        .into(new ArrayList<>()))
                .as("by what is left out")
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(things.find(Filters.mod("_id", 2, 0))
                        .projection(Projections.include("weight"))
                        .into(new ArrayList<>()))
                .as("by a scan")
                .containsExactlyElementsOf(wanted);
        assertThat(things.find(eq("place", "B01"))
                        .sort(Sorts.descending("load", "_id"))
                        .skip(1)
                        .limit(2)
                        .projection(Projections.include("weight"))
                        .into(new ArrayList<>()))
                .as("sorted by what is not asked for")
                .containsExactly(wanted.get(148), wanted.get(147));
    }

    @Test
    void aPipelineThatBeginsWithMatchSeesOnlyWhatMatches() {
        things.createIndex(Indexes.ascending("branch"));
        things.insertMany(List.of(
                new Document("branch", "B01").append("fen", 1),
                new Document("branch", "B01").append("fen", 2),
                new Document("branch", "B02").append("fen", 4)));

        assertThat(things.aggregate(List.of(
                                Aggregates.match(eq("branch", "B01")),
                                Aggregates.group(null, Accumulators.sum("fen", "$fen"))))
                        .first())
                .containsEntry("fen", 3);
        assertThat(things.countDocuments(eq("branch", "B02"))).isEqualTo(1);
        assertThat(things.countDocuments()).isEqualTo(3);
    }

    @Test
    void anIndexThatCannotBeUniqueIsNotHalfThere() {
        things.insertMany(List.of(new Document("phone", "1"), new Document("phone", "2"), new Document("phone", "1")));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> things.createIndex(Indexes.ascending("phone"), new IndexOptions().unique(true)))
                    .isInstanceOf(DuplicateKeyException.class);
        }
        things.insertOne(new Document("phone", "2"));
    }

    @Test
    void aDroppedCollectionStaysAwayAndMayComeBackEmpty() {
        things.createIndex(Indexes.ascending("phone"), new IndexOptions().unique(true));
        things.insertOne(new Document("phone", "1"));

        things.drop();
        store.reopen();

        MongoCollection<Document> again = store.collection("things");
        assertThat(again.countDocuments()).isZero();
        again.createIndex(Indexes.ascending("phone"), new IndexOptions().unique(true));
        again.insertOne(new Document("phone", "1"));
    }

    @Test
    void aRenamedCollectionKeepsItsDocumentsAndIndexes() {
        things.createIndex(Indexes.ascending("phone"), new IndexOptions().unique(true));
        things.insertOne(new Document("_id", UUID.randomUUID().toString()).append("phone", "1"));

        things.renameCollection(new MongoNamespace("shop", "others"));
        store.reopen();

        assertThat(store.collection("others").find(eq("phone", "1")).first()).isNotNull();
        assertThat(store.collection("things").countDocuments()).isZero();
        assertThatThrownBy(() -> store.collection("others").insertOne(new Document("phone", "1")))
                .hasMessageContaining("11000");
    }

    @Test
    void aDroppedDatabaseStaysAwayAndMayComeBackEmpty() {
        things.createIndex(Indexes.ascending("phone"), new IndexOptions().unique(true));
        things.insertOne(new Document("phone", "1"));

        store.database().drop();
        store.collection("others").insertOne(new Document("_id", 1));
        store.reopen();

        assertThat(store.database().listCollectionNames().into(new ArrayList<>()))
                .containsExactly("others");
        store.collection("things").insertOne(new Document("phone", "1"));
    }

    @Test
    void anIndexOverTwoArraysIsRefusedBeforeAnythingIsStored() {
        things.createIndex(Indexes.ascending("tags", "places"));

        assertThatThrownBy(() -> things.insertOne(
                        new Document("_id", 1).append("tags", List.of("a")).append("places", List.of("b"))))
                .isInstanceOf(MongoWriteException.class);

        assertThat(things.countDocuments()).isZero();
    }

    @Test
    void anIndexOfAFieldThatNobodyHasIsRightAfterReopening() {
        store.collection("things").createIndex(new Document("colour", 1));
        store.collection("things").insertOne(new Document("_id", 1).append("size", 3));
        store.reopen();
        store.collection("things").insertOne(new Document("_id", 2).append("colour", "red"));
        assertThat(store.collection("things").countDocuments(eq("colour", "red")))
                .isEqualTo(1);
        store.reopen();
        assertThat(store.collection("things").countDocuments(eq("colour", "red")))
                .isEqualTo(1);
    }

    @Test
    void anIndexThatIsDroppedAndCreatedAgainKnowsWhatCameInBetween() {
        store.collection("things").createIndex(new Document("colour", 1));
        store.reopen();
        store.collection("things").dropIndex(new Document("colour", 1));
        store.collection("things").insertOne(new Document("_id", 1).append("colour", "red"));
        store.collection("things").createIndex(new Document("colour", 1));
        store.reopen();
        assertThat(store.collection("things").countDocuments(eq("colour", "red")))
                .isEqualTo(1);
    }

    @Test
    void aSparseUniqueIndexLetsManyDocumentsGoWithoutTheField() {
        things.createIndex(
                Indexes.ascending("licence"), new IndexOptions().unique(true).sparse(true));
        things.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));

        things.updateOne(eq("_id", 1), Updates.set("licence", "A"));

        assertThatThrownBy(() -> things.updateOne(eq("_id", 2), Updates.set("licence", "A")))
                .hasMessageContaining("11000");
        things.updateOne(eq("_id", 1), Updates.unset("licence"));
        things.updateOne(eq("_id", 2), Updates.set("licence", "A"));
        assertThat(things.find(eq("licence", "A")).first()).containsEntry("_id", 2);
    }
}
