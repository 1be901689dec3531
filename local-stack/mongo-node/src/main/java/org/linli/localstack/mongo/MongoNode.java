package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.ServerVersion;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import org.h2.mvstore.MVStore;

/** Entry point: {@code --port 27017 --data DIR [--parent-pid PID]}, or the same in the environment. */
public final class MongoNode {

    private static final int EXIT_CANNOT_START = 1;

    private MongoNode() {}

    public static void main(String[] args) throws InterruptedException {
        NodeOptions options = NodeOptions.parse(args, System.getenv());
        ParentWatch.haltWithParent(options.parentPid());
        try {
            start(options).awaitClosed();
        } catch (IOException | RuntimeException e) {
            System.out.println("mongo node cannot start on port " + options.port() + " with " + options.data());
            e.printStackTrace(System.out);
            // Threads of a half-started server would keep the process alive.
            Runtime.getRuntime().halt(EXIT_CANNOT_START);
        }
    }

    private static WireServer start(NodeOptions options) throws IOException {
        Files.createDirectories(options.data());
        MVStore store = GroupCommit.openStore(options.data().resolve("store.mv"));
        GroupCommit groupCommit = new GroupCommit(store);
        MongoBackend backend = new DurableBackend(store).version(ServerVersion.MONGO_5_0);
        WireServer server = new WireServer(backend, groupCommit);
        server.listen(new InetSocketAddress("127.0.0.1", options.port()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, groupCommit), "mongo-stop"));
        System.out.println("mongo node listens on 127.0.0.1:" + options.port());
        return server;
    }

    private static void stop(WireServer server, GroupCommit groupCommit) {
        server.close();
        groupCommit.close();
    }
}
