package org.linli.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.wechat.message.FollowerMessage;

/** Messages as WeChat really sends them, where a collection of them is at hand (LINLI_SHARED_DATA). */
class SharedCallbacksTest {
    @Test
    void everyRealMessageIsRead() throws IOException {
        List<Path> files = callbacks();
        Map<Class<?>, Long> kinds = files.stream()
                .map(SharedCallbacksTest::read)
                .collect(Collectors.groupingBy(Object::getClass, Collectors.counting()));
        assertThat(kinds.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(files.size());
        assertThat(kinds).containsKeys(FollowerMessage.Text.class, FollowerMessage.Location.class);
        assertThat(kinds.get(FollowerMessage.Subscribed.class)).isGreaterThanOrEqualTo(7);
        assertThat(kinds.get(FollowerMessage.MenuClicked.class)).isGreaterThanOrEqualTo(2);
    }

    private static FollowerMessage read(Path file) {
        try {
            return MessageReader.read("hq", SafeXml.checked(Files.readAllBytes(file)));
        } catch (Exception e) {
            throw new AssertionError(file.getFileName() + " cannot be read", e);
        }
    }

    private static List<Path> callbacks() throws IOException {
        String given = System.getenv("LINLI_SHARED_DATA");
        Path data = given == null ? Path.of("..", "..", "shared", "data") : Path.of(given);
        Path folder = data.resolve("wechat").resolve("callbacks");
        assumeTrue(
                Files.isDirectory(folder),
                () -> "no real WeChat messages at " + folder.toAbsolutePath().normalize()
                        + " (set LINLI_SHARED_DATA): skipped");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml")).toList();
        }
    }
}
