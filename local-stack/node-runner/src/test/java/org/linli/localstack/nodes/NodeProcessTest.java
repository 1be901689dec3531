package org.linli.localstack.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void aStoppedNodeFreesItsPortAndCanStartAgain() {
        int port = FreePorts.next();
        NodeCommand command = mongo(port).endingWithThisProcess();

        for (int round = 0; round < 2; round++) {
            NodeProcess node = command.start().awaitReady(PATIENCE);
            node.stop();

            assertThat(node.isAlive()).isFalse();
            assertThat(node.isReady()).isFalse();
        }
    }

    @Test
    void aNodeEndsWithTheProcessItWasToldToFollow() throws IOException {
        Process parent = new ProcessBuilder("sleep", "600").start();
        NodeProcess node = mongo(FreePorts.next())
                .withArguments("--parent-pid", String.valueOf(parent.pid()))
                .start()
                .awaitReady(PATIENCE);

        parent.destroyForcibly();

        await().atMost(PATIENCE).until(() -> !node.isAlive());
    }

    @Test
    void aStoreWhosePortIsTakenEndsAndSaysSo() throws IOException {
        try (ServerSocket taken = loopback()) {
            endsNaming("Address already in use", mongo(taken.getLocalPort()));
        }
    }

    @Test
    void aBrokerWhosePortIsTakenEndsAndSaysSo() throws IOException {
        try (ServerSocket taken = loopback()) {
            endsNaming(
                    "Address already in use",
                    Nodes.kafka(taken.getLocalPort(), FreePorts.next(), folder.resolve("data"), folder.resolve("log")));
        }
    }

    @Test
    void anIndexWhosePortIsTakenEndsAndSaysSo() throws IOException {
        try (ServerSocket taken = loopback()) {
            endsNaming(
                    "Address already in use",
                    Nodes.elasticsearch(
                            taken.getLocalPort(), FreePorts.next(), folder.resolve("data"), folder.resolve("log")));
        }
    }

    @Test
    void twoStoresCannotShareAFolder() {
        try (NodeProcess first = mongo(FreePorts.next()).endingWithThisProcess().start()) {
            first.awaitReady(PATIENCE);

            endsNaming("locked", mongo(FreePorts.next()));
        }
    }

    private static void endsNaming(String cause, NodeCommand command) {
        NodeProcess node = command.endingWithThisProcess().start();

        assertThatThrownBy(() -> node.awaitReady(PATIENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(command.name() + " ended with exit code 1")
                .hasMessageContaining(cause);
        assertThat(node.isAlive()).isFalse();
    }

    private static ServerSocket loopback() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void aModuleThatIsNotBuiltIsNamedWithWhatToDo() {
        assertThatThrownBy(() -> NodeCommand.ofModule(folder.resolve("some-node"), "Main", folder.resolve("log")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("some-node/target/lib is missing: run './platform build'");
    }

    @Test
    void theRepositoryIsFoundFromAnyFolderBelow() throws IOException {
        Files.createDirectories(folder.resolve(".mvn"));
        Path deep = Files.createDirectories(folder.resolve("a/b"));

        assertThat(RepositoryRoot.findFrom(deep)).isEqualTo(folder);
    }

    private NodeCommand mongo(int port) {
        return Nodes.mongo(port, folder.resolve("data"), folder.resolve("mongo.log"));
    }
}
