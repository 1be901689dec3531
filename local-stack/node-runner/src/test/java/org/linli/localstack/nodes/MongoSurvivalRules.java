package org.linli.localstack.nodes;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** What the store has acknowledged is there after the store was killed, and its indexes still fit its documents. */
class MongoSurvivalRules {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WRITERS = 32;
    private static final int ENOUGH = 2000;

    @TempDir
    Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger increments = new AtomicInteger();
    private final AtomicBoolean writing = new AtomicBoolean(true);

    @RepeatedTest(3)
    void everyAcknowledgedWriteSurvivesKill9() throws Exception {
        int port = FreePorts.next();
        NodeCommand command = Nodes.mongo(port, folder.resolve("data"), folder.resolve("mongo.log"))
                .endingWithThisProcess();
        NodeProcess node = command.start().awaitReady(PATIENCE);
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port + "/?maxPoolSize=64")) {
            MongoCollection<Document> things = client.getDatabase("shop").getCollection("things");
            things.createIndex(Indexes.ascending("serial"), new IndexOptions().unique(true));
            things.insertOne(
                    new Document("_id", "counter").append("serial", "counter").append("count", 0));
            killWhileWriting(node, things);
        }
        try (NodeProcess again = command.start().awaitReady(PATIENCE);
                MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
            verify(client.getDatabase("shop").getCollection("things"));
        }
    }

    private void killWhileWriting(NodeProcess node, MongoCollection<Document> things) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            String prefix = writer + "-";
            writers.execute(() -> write(things, prefix));
        }
        await().atMost(PATIENCE).until(() -> acknowledged.size() > ENOUGH);
        node.kill9();
        writing.set(false);
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void write(MongoCollection<Document> things, String prefix) {
        try {
            for (int i = 0; writing.get(); i++) {
                String id = prefix + i;
                things.insertOne(
                        new Document("_id", id).append("serial", "s" + id).append("state", "new"));
                acknowledged.add(id);
                things.updateOne(eq("_id", "counter"), Updates.inc("count", 1));
                increments.incrementAndGet();
            }
        } catch (MongoException e) {
            // The store has gone, as it should; what this writer was told before counts.
        }
    }

    private void verify(MongoCollection<Document> things) {
        Set<String> stored = ConcurrentHashMap.newKeySet();
        things.find().forEach(document -> stored.add(document.getString("_id")));
        assertThat(stored).containsAll(acknowledged);
        assertThat(things.find(eq("_id", "counter")).first().getInteger("count"))
                .isBetween(increments.get(), increments.get() + WRITERS);
        for (String id : stored) {
            String serial = id.equals("counter") ? id : "s" + id;
            assertThat(things.find(eq("serial", serial)).first()).containsEntry("_id", id);
        }
        assertThat(things.countDocuments()).isEqualTo(stored.size());
    }
}
