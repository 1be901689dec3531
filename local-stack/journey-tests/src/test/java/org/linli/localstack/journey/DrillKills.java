package org.linli.localstack.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.linli.localstack.launcher.Stack;

/** Kills processes at random moments, also while they start, and starts them again, until it is told to end. */
final class DrillKills {
    /** How long a process lives at least and at most once it is ready. */
    record Life(String process, int leastMillis, int mostMillis) {}

    /** The part of the kills that comes while a process starts. */
    private static final double BEFORE_READY = 0.15;

    private final Stack stack;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, Integer> kills = new ConcurrentHashMap<>();
    private final List<Thread> killers = new ArrayList<>();

    DrillKills(Stack stack) {
        this.stack = stack;
    }

    void begin(List<Life> lives) {
        for (Life life : lives) {
            Thread killer = new Thread(() -> killAgainAndAgain(life), "kills-" + life.process());
            killers.add(killer);
            killer.start();
        }
    }

    /** Returns when everything that was killed is ready again. */
    void end() throws InterruptedException {
        end.countDown();
        for (Thread killer : killers) {
            killer.join();
        }
    }

    Map<String, Integer> count() {
        return new TreeMap<>(kills);
    }

    private void killAgainAndAgain(Life life) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (end.getCount() > 0) {
            boolean started = random.nextDouble() < BEFORE_READY || isReady(life.process());
            if (started && hasEndedAfter(random.nextInt(life.leastMillis(), life.mostMillis()))) {
                break;
            }
            stack.kill9(life.process());
            kills.merge(life.process(), 1, Integer::sum);
            stack.launch(life.process());
        }
        stack.awaitReady(life.process());
    }

    /** False for one that gave up by itself, because what it needs was killed meanwhile. */
    private boolean isReady(String process) {
        try {
            stack.awaitReady(process);
            return true;
        } catch (IllegalStateException ended) {
            return false;
        }
    }

    private boolean hasEndedAfter(long millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
