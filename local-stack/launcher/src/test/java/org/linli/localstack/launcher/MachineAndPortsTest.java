package org.linli.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineAndPortsTest {
    @TempDir
    Path folder;

    @Test
    void a_taken_port_is_named_with_the_way_out() throws IOException {
        Ports free = Ports.random();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<Ports.Listener, Integer> numbers = new HashMap<>(free.numbers());
            numbers.put(Ports.Listener.GATEWAY, taken.getLocalPort());

            assertThatThrownBy(() -> new Ports(numbers).requireFree())
                    .isInstanceOf(PlatformException.class)
                    .hasMessage("port " + taken.getLocalPort()
                            + " (gateway) is taken by another program; free it, or set GATEWAY_PORT");
        }
        free.requireFree();
    }

    @Test
    void a_port_comes_from_the_environment_and_must_be_one() {
        assertThat(Ports.fromEnvironment(Map.of("GATEWAY_PORT", "9000")).of(Ports.Listener.GATEWAY))
                .isEqualTo(9000);
        assertThatThrownBy(() -> Ports.fromEnvironment(Map.of("MONGO_PORT", "70000")))
                .hasMessage("MONGO_PORT: 70000 (expected: 1 to 65535)");
    }

    @Test
    void secrets_are_made_once_and_for_their_owner_only() throws IOException {
        Layout layout = new Layout(folder, folder, folder);
        String token = Secrets.of(layout).get("wechatToken");

        assertThat(Secrets.of(layout).get("wechatToken")).isEqualTo(token).hasSize(32);
        assertThat(Secrets.of(layout).get("wechatEncodingAesKey")).hasSize(43);
        assertThat(java.nio.file.Files.getPosixFilePermissions(folder.resolve("secrets.json")))
                .hasSize(2);
    }

    @Test
    void a_process_file_does_not_match_another_process_with_the_same_number() throws IOException {
        PidFiles pids = new PidFiles(folder.resolve("run"));
        pids.write("me", ProcessHandle.current().pid());
        assertThat(pids.running("me")).isPresent();

        java.nio.file.Files.writeString(
                folder.resolve("run/me.json"),
                "{\"pid\":" + ProcessHandle.current().pid() + ",\"startedAt\":\"1999-01-01T00:00:00Z\"}");
        assertThat(pids.running("me")).isEmpty();
    }
}
