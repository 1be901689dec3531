package org.linli.loan.policy;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.linli.loan.application.LoanCase;
import org.linli.loan.policy.kernel.Facts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks all sources at the same time: the answer takes as long as the slowest one, not as long as all together. */
@Component
class Gathering {
    private static final Logger log = LoggerFactory.getLogger(Gathering.class);

    private final List<FactSource> sources;
    private final ExecutorService threads;
    private final long timeoutNanos;

    Gathering(List<FactSource> sources, PolicySettings settings) {
        this.sources = List.copyOf(sources);
        this.timeoutNanos = settings.sourceTimeout().toNanos();
        this.threads = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(settings.queued()),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    /** @param silent names of the sources that did not answer */
    record Gathered(Facts facts, List<String> silent) {}

    Gathered about(LoanCase loanCase, LocalDate on) {
        long until = System.nanoTime() + timeoutNanos;
        List<Future<Facts>> asked = sources.stream()
                .map(source -> threads.submit(() -> source.tell(loanCase, on)))
                .toList();
        Facts facts = Facts.NONE;
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            try {
                facts = facts.and(asked.get(i).get(until - System.nanoTime(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException | TimeoutException e) {
                asked.get(i).cancel(true);
                silent.add(sources.get(i).name());
                log.warn(
                        "case {}: {} did not answer: {}",
                        loanCase.id(),
                        sources.get(i).name(),
                        reason(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while asking for facts", e);
            }
        }
        return new Gathered(facts, silent);
    }

    /** The kind of failure only: its text may repeat what was asked. */
    private static String reason(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getClass().getSimpleName();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
