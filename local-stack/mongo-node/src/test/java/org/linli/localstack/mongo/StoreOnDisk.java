package org.linli.localstack.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.ServerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.bson.Document;
import org.h2.mvstore.MVStore;

/** The node's inside in this JVM, with a client; can be closed and opened again on the same folder. */
final class StoreOnDisk implements AutoCloseable {

    private final Path folder;
    private GroupCommit groupCommit;
    private WireServer server;
    private MongoClient client;

    private StoreOnDisk(Path folder) {
        this.folder = folder;
    }

    static StoreOnDisk in(Path folder) {
        StoreOnDisk store = new StoreOnDisk(folder);
        store.open();
        return store;
    }

    private void open() {
        MVStore store = GroupCommit.openStore(folder.resolve("store.mv"));
        groupCommit = new GroupCommit(store);
        server = new WireServer(new DurableBackend(store).version(ServerVersion.MONGO_5_0), groupCommit);
        int port = freePort();
        server.listen(new InetSocketAddress("127.0.0.1", port));
        client = MongoClients.create("mongodb://127.0.0.1:" + port + "/?maxPoolSize=64");
    }

    void reopen() {
        close();
        open();
    }

    MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    MongoDatabase database() {
        return client.getDatabase("shop");
    }

    @Override
    public void close() {
        client.close();
        server.close();
        groupCommit.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
