package org.linli.merchant.coupon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.linli.merchant.stock.Stocks;
import org.linli.merchant.stock.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Forgets the reservations of finished claims, many at a time and after the answer: nobody waits for it, and what a
 * crash leaves behind is found by {@link ClaimRecovery}.
 */
@Component
class Confirmations implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Confirmations.class);
    private static final int CAPACITY = 100_000;
    private static final int MOST_TOGETHER = 128;
    private static final long PAUSE_MILLIS = 1_000;
    private static final long STOP_PATIENCE_MILLIS = 3_000;

    private final Stocks stocks;
    private final ClaimRecovery recovery;
    private final boolean shared;
    private final BlockingQueue<Taken> queue = new LinkedBlockingQueue<>(CAPACITY);
    private volatile Thread thread = new Thread(this::work, "claim-confirmations");
    private volatile boolean running;

    Confirmations(Stocks stocks, ClaimRecovery recovery, ClaimSettings settings) {
        this.stocks = stocks;
        this.recovery = recovery;
        this.shared = settings.sharesWrites();
    }

    void add(Taken taken) {
        if (!shared) {
            alone(taken);
        } else if (!queue.offer(taken)) {
            recovery.lookAfter(taken.offerId());
        }
    }

    /** The claim is done whatever comes of this. */
    private void alone(Taken taken) {
        try {
            stocks.confirm(List.of(taken));
        } catch (RuntimeException e) {
            log.warn("a confirmation waits: {}", e.getClass().getName());
            recovery.lookAfter(taken.offerId());
        }
    }

    private void work() {
        List<Taken> batch = new ArrayList<>();
        while (running || !queue.isEmpty()) {
            try {
                fill(batch);
                stocks.confirm(batch);
                batch.clear();
            } catch (InterruptedException e) {
                // Stopping: the loop ends when the queue is empty.
                running = false;
            } catch (RuntimeException e) {
                log.warn("{} confirmations wait: {}", batch.size(), e.getClass().getName());
                if (!running || !pause()) {
                    return;
                }
            }
        }
    }

    private void fill(List<Taken> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            Taken first = queue.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
            }
        }
        queue.drainTo(batch, MOST_TOGETHER - batch.size());
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        // A new one each time: a test's context is stopped and started again.
        thread = new Thread(this::work, "claim-confirmations");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(STOP_PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the first request is let in, and after the last one was answered. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
