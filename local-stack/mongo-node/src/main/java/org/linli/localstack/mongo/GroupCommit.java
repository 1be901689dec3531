package org.linli.localstack.mongo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One commit of the store for all writers that wait for one, and an acknowledgement only afterwards.
 *
 * <p>A commit takes what is in the maps at that moment, so no change may be half done meanwhile: a document without its
 * index entry would survive a crash. Changes therefore share a lock that a commit takes alone.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    /** A little and often: acknowledgements wait while the store rewrites chunks. */
    private static final long COMPACT_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int COMPACT_BELOW_PERCENT = 60;
    private static final int COMPACT_BYTES = 4 << 20;

    /** A commit writes every changed page anew: small pages make a commit of scattered changes small. */
    private static final int PAGE_BYTES = 4096;

    private static final int CACHE_MEGABYTES = 32;
    private static final int EXIT_STORE_FAILED = 74;

    private final MVStore store;
    private final ReentrantReadWriteLock changes = new ReentrantReadWriteLock();
    private final ReentrantLock waitingLock = new ReentrantLock();
    private final Condition somebodyWaits = waitingLock.newCondition();
    private List<Runnable> waiting = new ArrayList<>();
    private boolean closed;
    private boolean worthCompacting;
    private long compactedAt = System.nanoTime();
    private final Thread committer = new Thread(this::commitUntilClosed, "group-commit");

    GroupCommit(MVStore store) {
        this.store = store;
        committer.start();
    }

    static MVStore openStore(Path file) {
        // Every commit is ours: neither a timer nor a full buffer may store a half-done change.
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .pageSplitSize(PAGE_BYTES)
                .open();
        // Without these two the file keeps 45 seconds of old versions and grows tenfold under load.
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        return store;
    }

    /** Runs a change that no commit may cut in two. */
    void change(Runnable change) {
        changes.readLock().lock();
        try {
            change.run();
        } finally {
            changes.readLock().unlock();
        }
    }

    /** Runs a read: what it sees stays readable until it ends, however many commits happen meanwhile. */
    void read(Runnable read) {
        MVStore.TxCounter usage = store.registerVersionUsage();
        try {
            read.run();
        } finally {
            store.deregisterVersionUsage(usage);
        }
    }

    /** Has the acknowledgement run once every change made so far is stored; never runs it if storing fails. */
    void acknowledgeWhenStored(Runnable acknowledgement) {
        waitingLock.lock();
        try {
            waiting.add(acknowledgement);
            somebodyWaits.signal();
        } finally {
            waitingLock.unlock();
        }
    }

    private void commitUntilClosed() {
        try {
            while (awaitWork()) {
                List<Runnable> stored = commit();
                worthCompacting |= !stored.isEmpty();
                stored.forEach(Runnable::run);
                compactNowAndThen();
            }
        } catch (RuntimeException | Error e) {
            // Nothing after this point may be acknowledged; what was acknowledged is in the file.
            log.error("the store failed, this process ends", e);
            Runtime.getRuntime().halt(EXIT_STORE_FAILED);
        }
    }

    private boolean awaitWork() {
        waitingLock.lock();
        try {
            long patience = COMPACT_EVERY_NANOS;
            while (waiting.isEmpty() && !closed && patience > 0) {
                patience = somebodyWaits.awaitNanos(patience);
            }
            return !closed || !waiting.isEmpty();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        } finally {
            waitingLock.unlock();
        }
    }

    private List<Runnable> commit() {
        changes.writeLock().lock();
        try {
            List<Runnable> batch = takeWaiting();
            store.commit();
            return batch;
        } finally {
            changes.writeLock().unlock();
        }
    }

    private List<Runnable> takeWaiting() {
        waitingLock.lock();
        try {
            List<Runnable> batch = waiting;
            waiting = new ArrayList<>();
            return batch;
        } finally {
            waitingLock.unlock();
        }
    }

    private void compactNowAndThen() {
        if (!worthCompacting || System.nanoTime() - compactedAt < COMPACT_EVERY_NANOS) {
            return;
        }
        // Rewritten pages hold what they held before, and wait for a commit like any other: no lock is needed.
        worthCompacting = store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES);
        compactedAt = System.nanoTime();
    }

    /** Stores what is left and closes the store; changes must have ended before. */
    @Override
    public void close() {
        waitingLock.lock();
        try {
            closed = true;
            somebodyWaits.signal();
        } finally {
            waitingLock.unlock();
        }
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.commit();
        store.close();
    }
}
