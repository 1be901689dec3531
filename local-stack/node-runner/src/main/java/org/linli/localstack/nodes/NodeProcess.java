package org.linli.localstack.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running (or ended) child process. Its output goes to the end of the command's log file. */
public final class NodeProcess implements AutoCloseable {

    private static final Duration PAUSE_BETWEEN_QUESTIONS = Duration.ofMillis(50);
    private static final Duration PATIENCE_WITH_STOPPING = Duration.ofSeconds(20);
    private static final int LOG_LINES_TO_SHOW = 60;

    private final NodeCommand command;
    private final Process process;

    private NodeProcess(NodeCommand command, Process process) {
        this.command = command;
        this.process = process;
    }

    static NodeProcess start(NodeCommand command) {
        try {
            Files.createDirectories(command.logFile().toAbsolutePath().getParent());
            Files.createDirectories(command.workingDirectory());
            ProcessBuilder builder = new ProcessBuilder(command.commandLine())
                    .directory(command.workingDirectory().toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(command.logFile().toFile()));
            builder.environment().putAll(command.environment());
            return new NodeProcess(command, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.name(), e);
        }
    }

    public String name() {
        return command.name();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Returns this process once it is ready.
     *
     * @throws IllegalStateException with the end of its log if it ends before or is not ready in time
     */
    public NodeProcess awaitReady(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        name() + " ended with exit code " + process.exitValue() + " before it was ready" + endOfLog());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(name() + " is not ready after " + limit + endOfLog());
            }
            pause();
        }
        return this;
    }

    /** Whether the process lives and answers its readiness question, asked once. */
    public boolean isReady() {
        try {
            return process.isAlive() && command.readiness().isReady();
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks the process to end (SIGTERM) and waits; kills it if it has not ended after 20 seconds. */
    public void stop() {
        process.destroy();
        if (!hasEndedWithin(PATIENCE_WITH_STOPPING)) {
            kill9();
        }
    }

    /** Ends the process without asking (SIGKILL), as a crash would, and waits until it is gone. */
    public void kill9() {
        process.destroyForcibly();
        if (!hasEndedWithin(PATIENCE_WITH_STOPPING)) {
            throw new IllegalStateException(name() + " (process " + pid() + ") survives SIGKILL");
        }
    }

    @Override
    public void close() {
        stop();
    }

    private boolean hasEndedWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_BETWEEN_QUESTIONS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a process", e);
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = new String(Files.readAllBytes(command.logFile()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> end = lines.subList(Math.max(0, lines.size() - LOG_LINES_TO_SHOW), lines.size());
            return "; " + command.logFile() + " ends with:\n" + String.join("\n", end);
        } catch (IOException e) {
            return "; its log " + command.logFile() + " cannot be read: " + e.getMessage();
        }
    }
}
