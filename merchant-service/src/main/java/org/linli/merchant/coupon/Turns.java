package org.linli.merchant.coupon;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.linli.starter.web.DependencyUnavailableException;

/**
 * Lets one person's claims for one offer take turns inside this process, so that they do not reserve stock against each
 * other only to put it back. Nothing rests on it: other replicas know nothing of these locks.
 */
final class Turns {
    private static final int STRIPES = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    <R> R inTurn(String offerId, String consumerId, Supplier<R> action) {
        ReentrantLock lock = locks[Math.floorMod((offerId + consumerId).hashCode(), STRIPES)];
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DependencyUnavailableException("claims of one person pile up", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyUnavailableException("stopped while waiting for a turn", e);
        }
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
