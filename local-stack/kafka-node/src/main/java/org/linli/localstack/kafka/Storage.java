package org.linli.localstack.kafka;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/**
 * The broker's folder. KRaft refuses an unformatted folder and also a half-formatted one, so formatting happens beside
 * the final place and is moved there in one step: a process killed in the middle leaves nothing that the next start
 * could mistake for a formatted broker.
 */
final class Storage {

    private final Path data;

    Storage(Path data) {
        this.data = data;
    }

    Path logDirectory() {
        return data.resolve("log");
    }

    Path settingsFile() {
        return data.resolve("server.properties");
    }

    void formatOnce(NodeOptions options) throws IOException {
        if (Files.exists(logDirectory().resolve("meta.properties"))) {
            return;
        }
        Path unfinished = data.resolve("log.formatting");
        deleteRecursively(unfinished);
        deleteRecursively(logDirectory());
        Files.createDirectories(unfinished);
        Path settings = BrokerSettings.of(options, unfinished).writeTo(data.resolve("format.properties"));
        String[] command = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings.toString()};
        int exit = kafka.tools.StorageTool.execute(command, new PrintStream(System.out, true));
        if (exit != 0) {
            throw new IllegalStateException("formatting " + unfinished + " ended with " + exit + " (expected: 0)");
        }
        Files.delete(settings);
        Files.move(unfinished, logDirectory(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteRecursively(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Storage::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
