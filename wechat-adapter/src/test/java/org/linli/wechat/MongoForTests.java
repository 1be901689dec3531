package org.linli.wechat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;

/** The store named by MONGODB_URI, else one in memory; always a database of its own. */
public final class MongoForTests {
    private static final String URI = start();

    private MongoForTests() {}

    public static String uri() {
        return URI;
    }

    private static String start() {
        String database = "wechat_test_" + UUID.randomUUID().toString().substring(0, 8);
        String given = System.getenv("MONGODB_URI");
        if (given != null && !given.isBlank()) {
            return given.replaceAll("(mongodb(?:\\+srv)?://[^/]+)(/[^?]*)?", "$1/" + database);
        }
        MongoServer server = new MongoServer(new MemoryBackend());
        return server.bindAndGetConnectionString() + "/" + database;
    }
}
