package org.linli.loan.whatif;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.linli.loan.policy.Policies;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.starter.security.Caller;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Starting, watching, cancelling and resuming runs; one at a time, in the background. */
@Component
class WhatIfs {
    private static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_LISTED = 100;

    private final AggregateStore<WhatIfRun> store;
    private final List<PastCases> sources;
    private final Policies policies;
    private final WhatIfRunner runner;
    private final WhatIfSettings settings;
    private final Clock clock;
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "what-if");
        thread.setDaemon(true);
        return thread;
    });

    WhatIfs(
            MongoOperations mongo,
            OutboxRelay relay,
            List<PastCases> sources,
            Policies policies,
            Changes changes,
            WhatIfSettings settings,
            Clock clock) {
        this.store = new AggregateStore<>(mongo, relay, WhatIfRun.class, WhatIfRun.COLLECTION);
        this.sources = List.copyOf(sources);
        this.policies = policies;
        this.runner = new WhatIfRunner(store, changes, settings, clock);
        this.settings = settings;
        this.clock = clock;
    }

    /** @param baseline null: the version in force today */
    WhatIfStart start(String sourceName, int candidate, @Nullable Integer baseline, Caller caller) {
        Optional<PastCases> source = source(sourceName);
        if (source.isEmpty()) {
            return new WhatIfStart.UnknownSource(
                    sources.stream().map(PastCases::source).sorted().toList());
        }
        int compared = baseline == null ? policies.inForce(today()).number() : baseline;
        if (policies.numbered(candidate).isEmpty()
                || policies.numbered(compared).isEmpty()) {
            return new WhatIfStart.UnknownVersion();
        }
        if (!running().isEmpty()) {
            return new WhatIfStart.OneIsRunning();
        }
        long total = source.get().count();
        if (total > settings.mostCases()) {
            return new WhatIfStart.TooMany(total, settings.mostCases());
        }
        WhatIfRun run = store.insert(
                new WhatIfRun(Ids.next(), sourceName, compared, candidate, caller.subject(), now(), total));
        work(run.id());
        return new WhatIfStart.Started(run);
    }

    Optional<WhatIfRun> find(String id) {
        return store.find(id);
    }

    /** Newest first. */
    List<WhatIfRun> latest() {
        return store.find(new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(MOST_LISTED));
    }

    /** A run that has ended stays as it is. */
    Optional<WhatIfRun> cancel(String id) {
        store.change(id, run -> run.end(WhatIfRun.State.CANCELLED, now()), ended -> ended);
        return store.find(id);
    }

    /** Goes on where it stopped. */
    Optional<WhatIfRun> resume(String id) {
        if (store.change(id, WhatIfRun::resume, resumed -> resumed).orElse(false)) {
            work(id);
        }
        return store.find(id);
    }

    /** Takes over what an instance that died has left. */
    @Scheduled(fixedDelayString = "${linli.loan.what-if.look-every:10s}")
    void takeOver() {
        running().forEach(run -> work(run.id()));
    }

    private List<WhatIfRun> running() {
        return store.find(Query.query(Criteria.where("state").is(WhatIfRun.State.RUNNING)));
    }

    private void work(String id) {
        background.execute(() -> {
            boolean mine = store.change(id, run -> run.claim(now(), settings.lease()), claimed -> claimed)
                    .orElse(false);
            if (mine) {
                WhatIfRun run = store.find(id).orElseThrow();
                runner.run(
                        run,
                        source(run.source()).orElseThrow(),
                        policies.numbered(run.baseline()).orElseThrow().values(),
                        policies.numbered(run.candidate()).orElseThrow().values());
            }
        });
    }

    private Optional<PastCases> source(String name) {
        return sources.stream().filter(one -> one.source().equals(name)).findFirst();
    }

    private LocalDate today() {
        return clock.instant().atZone(BANK_ZONE).toLocalDate();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}
