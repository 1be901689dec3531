package org.linli.geosearch.projection;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Rebuilds both indices while they are in use (rule G-5). One at a time; whoever works on it may die, another instance
 * goes on where it was.
 */
@Component
class Reindex implements SmartLifecycle {
    private static final int LOOK_EVERY_SECONDS = 5;

    private final ReindexRuns runs;
    private final ReindexWork work;
    private final Views views;
    private @Nullable ScheduledExecutorService thread;

    Reindex(ReindexRuns runs, ReindexWork work, Views views) {
        this.runs = runs;
        this.work = work;
        this.views = views;
    }

    enum Step {
        MERCHANTS,
        OFFERS,
        CHECK,
        TAKE_OVER
    }

    /**
     * How far the latest rebuild is.
     *
     * @param state RUNNING, CANCELLING, DONE, CANCELLED or FAILED
     * @param total views that were stored when it began
     * @param reason why it failed
     */
    record Progress(
            String id,
            String state,
            Step step,
            long done,
            long total,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String reason) {
        static Progress of(ReindexRuns.Run run) {
            return new Progress(
                    run.run(),
                    run.state().name(),
                    run.step(),
                    run.done(),
                    run.total(),
                    run.startedBy(),
                    run.startedAt(),
                    run.endedAt(),
                    run.reason());
        }
    }

    /** @return false while another is under way */
    boolean begin(String startedBy) {
        Optional<ReindexRuns.Run> run = runs.begin(startedBy, views.merchants.count() + views.offers.count());
        run.ifPresent(this::submit);
        return run.isPresent();
    }

    Optional<Progress> latest() {
        return runs.latest().map(Progress::of);
    }

    /** The worker stops after the page in hand and removes what it built. @return false when none is under way */
    boolean cancel() {
        return runs.cancel();
    }

    private void submit(ReindexRuns.Run run) {
        ScheduledExecutorService on = thread;
        if (on != null) {
            on.execute(() -> work.run(run));
        }
    }

    private void look() {
        try {
            runs.takeOver().ifPresent(work::run);
        } catch (RuntimeException e) {
            // the store is away; another look follows
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "reindex");
            daemon.setDaemon(true);
            return daemon;
        });
        started.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        thread = started;
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
