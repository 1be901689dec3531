package org.linli.localstack.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.linli.localstack.api.Json;

/** Which processes belong to this platform, kept on disk so that {@code stop} finds them after anything. */
final class PidFiles {
    static final String LAUNCHER = "platform";
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Path folder;

    PidFiles(Path folder) {
        this.folder = folder;
    }

    /** A process id alone may be reused by the system: the start time tells whether it is still the same. */
    private record Entry(long pid, String startedAt) {}

    void write(String name, long pid) {
        String startedAt = ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(Instant::toString)
                .orElse("");
        try {
            Files.createDirectories(folder);
            Files.writeString(file(name), Json.MAPPER.writeValueAsString(new Entry(pid, startedAt)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<ProcessHandle> running(String name) {
        if (!Files.exists(file(name))) {
            return Optional.empty();
        }
        Entry entry = Json.MAPPER.readValue(file(name).toFile(), Entry.class);
        return ProcessHandle.of(entry.pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(Instant::toString)
                        .orElse("")
                        .equals(entry.startedAt));
    }

    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the launcher, which stops the rest, and then whatever is left; @return the names of what was stopped. */
    List<String> stopAll() {
        List<String> stopped = new ArrayList<>();
        List<String> all = new ArrayList<>(names());
        if (all.remove(LAUNCHER)) {
            all.add(0, LAUNCHER);
        }
        for (String name : all) {
            running(name).ifPresent(process -> {
                stopped.add(name);
                process.destroy();
                if (!ended(process)) {
                    process.destroyForcibly();
                    ended(process);
                }
            });
            remove(name);
        }
        return stopped;
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".json");
    }
}
