package org.linli.geosearch.cells;

import com.github.benmanes.caffeine.cache.Cache;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.linli.geosearch.cells.Grid.CellId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads cells beside the searches, a few at a time; a cell is being read by one thread at most. */
@Component
class CellReading {
    private static final Logger log = LoggerFactory.getLogger(CellReading.class);
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 10_000;

    private final ObjectProvider<CellSource> source;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), work -> {
                Thread thread = new Thread(work, "cell-reading");
                thread.setDaemon(true);
                return thread;
            });

    CellReading(ObjectProvider<CellSource> source) {
        this.source = source;
    }

    /** From this moment on the cell keeps what arrives; then it is read. */
    void begin(Cache<CellId, Cell> cells, CellId id) {
        Object token = new Object();
        Cell marked = cells.asMap().compute(id, (same, cell) -> {
            Cell known = cell == null ? Cell.unread(id) : cell;
            return known.isBeingRead() ? known : known.beingRead(token);
        });
        if (marked != null && marked.isReadBy(token)) {
            submit(cells, id, token);
        }
    }

    private void submit(Cache<CellId, Cell> cells, CellId id, Object token) {
        try {
            threads.execute(() -> read(cells, id, token));
        } catch (RejectedExecutionException tooManyWaiting) {
            giveUp(cells, id, token);
        }
    }

    private void read(Cache<CellId, Cell> cells, CellId id, Object token) {
        try {
            long started = System.nanoTime();
            var found = source.getObject().load(id);
            cells.asMap().computeIfPresent(id, (same, cell) -> cell.read(token, found, started));
        } catch (RuntimeException e) {
            log.warn("cell {} not read: {}", id.text(), e.toString());
            giveUp(cells, id, token);
        }
    }

    private static void giveUp(Cache<CellId, Cell> cells, CellId id, Object token) {
        cells.asMap().computeIfPresent(id, (same, cell) -> cell.notRead(token));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
