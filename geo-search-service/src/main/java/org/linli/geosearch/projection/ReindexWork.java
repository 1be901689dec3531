package org.linli.geosearch.projection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.linli.geosearch.index.IndexBuild;
import org.linli.geosearch.index.IndexWriter;
import org.linli.geosearch.index.SearchIndex;
import org.linli.starter.web.DependencyUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The work of a rebuild: a new index of each kind beside the old, which events fill from the first moment; then all
 * stored views, page by page; a check; and the new ones take over. Every step may be repeated, and every page is
 * written down, so that whoever takes over goes on there.
 */
@Component
class ReindexWork {
    private static final Logger log = LoggerFactory.getLogger(ReindexWork.class);
    private static final int PAGE = 500;
    /** Reading, making and writing keep different processes busy. */
    private static final int PAGES_AT_ONCE = 3;

    private static final long PAUSE_MILLIS = 500;

    private final ReindexRuns runs;
    private final Views views;
    private final Documents documents;
    private final IndexWriter writer;
    private final IndexBuild build;
    private final ReindexCheck check;

    ReindexWork(
            ReindexRuns runs,
            Views views,
            Documents documents,
            IndexWriter writer,
            IndexBuild build,
            ReindexCheck check) {
        this.runs = runs;
        this.views = views;
        this.documents = documents;
        this.writer = writer;
        this.build = build;
        this.check = check;
    }

    /** It was cancelled or taken over by another instance. */
    private static final class LeftAloneException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    void run(ReindexRuns.Run run) {
        try {
            rebuild(run);
        } catch (LeftAloneException e) {
            if (runs.isCancelling(run)) {
                giveUp(run, ReindexRuns.State.CANCELLED, null);
            }
        } catch (RuntimeException e) {
            log.warn("the index was not rebuilt", e);
            giveUp(run, ReindexRuns.State.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private void giveUp(
            ReindexRuns.Run run, ReindexRuns.State state, @org.jspecify.annotations.Nullable String reason) {
        if (runs.isOurs(run)) {
            for (SearchIndex index : SearchIndex.values()) {
                build.abandon(index);
            }
            runs.end(run, state, reason);
        }
    }

    private void rebuild(ReindexRuns.Run run) {
        patiently(run, () -> {
            for (SearchIndex index : SearchIndex.values()) {
                if (run.step() != Reindex.Step.TAKE_OVER) {
                    build.begin(index);
                }
            }
        });
        long done = run.done();
        if (run.step() == Reindex.Step.MERCHANTS) {
            done = copy(run, Reindex.Step.MERCHANTS, views.merchants, run.afterId(), done, this::writeMerchants);
        }
        if (run.step().compareTo(Reindex.Step.OFFERS) <= 0) {
            String after = run.step() == Reindex.Step.OFFERS ? run.afterId() : "";
            done = copy(run, Reindex.Step.OFFERS, views.offers, after, done, this::writeOffers);
        }
        if (run.step().compareTo(Reindex.Step.CHECK) <= 0) {
            tell(run, Reindex.Step.CHECK, "", done);
            check(run);
        }
        tell(run, Reindex.Step.TAKE_OVER, "", done);
        patiently(run, () -> {
            for (SearchIndex index : SearchIndex.values()) {
                build.takeOver(index);
                build.removeOld(index);
            }
        });
        runs.end(run, ReindexRuns.State.DONE, null);
        log.info("the index was rebuilt from {} stored views", done);
    }

    private void writeMerchants(List<MerchantView> page) {
        views.cellMerchants.note(page);
        writer.writeNext(SearchIndex.MERCHANTS, documents.ofMerchants(ViewCollection.latest(page), true));
    }

    private void writeOffers(List<OfferView> page) {
        writer.writeNext(SearchIndex.OFFERS, documents.ofOffers(ViewCollection.latest(page), true));
    }

    private <V extends View> long copy(
            ReindexRuns.Run run,
            Reindex.Step step,
            ViewCollection<V> stored,
            String from,
            long doneBefore,
            Consumer<List<V>> write) {
        tell(run, step, from, doneBefore);
        ExecutorService writers = Executors.newFixedThreadPool(PAGES_AT_ONCE);
        try {
            Deque<Written> underWay = new ArrayDeque<>();
            long done = doneBefore;
            for (List<V> page = stored.page(from, PAGE); !page.isEmpty(); page = stored.page(last(page), PAGE)) {
                List<V> hand = page;
                underWay.add(new Written(
                        last(page), page.size(), writers.submit(() -> patiently(run, () -> write.accept(hand)))));
                done = underWay.size() > PAGES_AT_ONCE ? noted(run, step, underWay.remove(), done) : done;
            }
            while (!underWay.isEmpty()) {
                done = noted(run, step, underWay.remove(), done);
            }
            return done;
        } finally {
            writers.shutdownNow();
        }
    }

    /** A page that is being written; {@code lastId} is written down when it and all before it are. */
    private record Written(String lastId, int size, Future<?> end) {}

    private long noted(ReindexRuns.Run run, Reindex.Step step, Written page, long done) {
        try {
            page.end.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LeftAloneException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
        tell(run, step, page.lastId, done + page.size);
        return done + page.size;
    }

    private static String last(List<? extends View> page) {
        return page.get(page.size() - 1).id();
    }

    private void check(ReindexRuns.Run run) {
        patiently(run, () -> {
            check.merchants(() -> breathe(run));
            check.offers(() -> breathe(run));
        });
    }

    private void tell(ReindexRuns.Run run, Reindex.Step step, String afterId, long done) {
        if (!runs.tell(run, step, afterId, done)) {
            throw new LeftAloneException();
        }
    }

    private void breathe(ReindexRuns.Run run) {
        if (!runs.breathe(run)) {
            throw new LeftAloneException();
        }
    }

    /** An index that is away is waited for; the run stays ours and can be cancelled meanwhile. */
    private void patiently(ReindexRuns.Run run, Runnable step) {
        while (true) {
            try {
                step.run();
                return;
            } catch (DependencyUnavailableException e) {
                breathe(run);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LeftAloneException();
        }
    }
}
