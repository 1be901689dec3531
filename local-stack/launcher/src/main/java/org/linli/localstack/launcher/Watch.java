package org.linli.localstack.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Starts a process again that has died, but not for ever: five times in two minutes, then it stays down. */
final class Watch {
    private static final int TRIES = 5;
    private static final long WINDOW_NANOS = 120_000_000_000L;

    private final Stack stack;
    private final Consumer<String> progress;
    private final Map<String, Deque<Long>> restarts = new HashMap<>();

    Watch(Stack stack, Consumer<String> progress) {
        this.stack = stack;
        this.progress = progress;
    }

    void untilStopped() {
        while (!stack.isStopping()) {
            for (String name : stack.names()) {
                if (!stack.isStopping() && !stack.isAlive(name) && mayRestart(name)) {
                    progress.accept(name + " has died; starting it again");
                    restart(name);
                }
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void restart(String name) {
        try {
            stack.restart(name);
        } catch (RuntimeException e) {
            progress.accept(name + " does not come back: " + e.getMessage());
        }
    }

    private boolean mayRestart(String name) {
        Deque<Long> recent = restarts.computeIfAbsent(name, any -> new ArrayDeque<>());
        long now = System.nanoTime();
        recent.removeIf(at -> now - at > WINDOW_NANOS);
        if (recent.size() >= TRIES) {
            return false;
        }
        recent.add(now);
        if (recent.size() == TRIES) {
            progress.accept(name + " died " + TRIES + " times within two minutes; its log is .local/logs/" + name
                    + ".log. Last try.");
        }
        return true;
    }
}
