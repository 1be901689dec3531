package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import org.h2.mvstore.MVStore;

/** Entry point: {@code --port 27017 --data DIR [--parent-pid PID]}, or the same in the environment. */
public final class MongoNode {

    private MongoNode() {}

    public static void main(String[] args) throws Exception {
        NodeOptions options = NodeOptions.parse(args, System.getenv());
        ParentWatch.haltWithParent(options.parentPid());
        Files.createDirectories(options.data());
        MVStore store = GroupCommit.openStore(options.data().resolve("store.mv"));
        GroupCommit groupCommit = new GroupCommit(store);
        MongoBackend backend = new H2Backend(store).version(ServerVersion.MONGO_5_0);
        WireServer server = new WireServer(backend, groupCommit);
        server.listen(new InetSocketAddress("127.0.0.1", options.port()));
        System.out.println("mongo node listens on 127.0.0.1:" + options.port());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, groupCommit), "mongo-stop"));
        server.awaitClosed();
    }

    private static void stop(WireServer server, GroupCommit groupCommit) {
        server.close();
        groupCommit.close();
    }
}
