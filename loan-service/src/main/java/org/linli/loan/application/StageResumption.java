package org.linli.loan.application;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.ApplicationRegister.Position;
import org.linli.loan.application.Resuming.Left;
import org.linli.loan.application.Resuming.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * After a start: finishes moves that a crash cut off, again with growing pauses as long as anything is left, for the
 * store may be away just then. {@code loan.stages.unfinished} says how much waits.
 */
@Component
class StageResumption {
    private static final Logger log = LoggerFactory.getLogger(StageResumption.class);
    private static final List<String> EVERYTHING = List.of("/hq/");

    private final Resuming resuming;
    private final List<StageDriver> drivers;
    private final ExponentialBackOff pauses;
    private final AtomicInteger unfinished = new AtomicInteger();
    private @Nullable Thread worker;

    @Autowired
    StageResumption(
            ApplicationRegister register,
            List<StageDriver> drivers,
            ApplicationSettings settings,
            MeterRegistry meters) {
        this(new Stored(register), drivers, settings.resumeFirstPause(), settings.resumeLongestPause(), meters);
    }

    StageResumption(
            Resuming.Cases cases, List<StageDriver> drivers, Duration first, Duration longest, MeterRegistry meters) {
        this.resuming = new Resuming(cases);
        this.drivers = List.copyOf(drivers);
        this.pauses = new ExponentialBackOff(first.toMillis(), 2);
        this.pauses.setMaxInterval(longest.toMillis());
        meters.gauge("loan.stages.unfinished", unfinished);
    }

    private record Stored(ApplicationRegister register) implements Resuming.Cases {
        @Override
        public List<LoanApplication> page(Stage stage, @Nullable Position after) {
            return register.queue(EVERYTHING, stage, after, Resuming.PAGE);
        }

        @Override
        public Optional<LoanApplication> find(String id) {
            return register.find(id);
        }
    }

    /** Beside everything else: thousands of open cases must not keep the service from being ready. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread thread = new Thread(this::resumeAll, "stage-resumption");
        thread.setDaemon(true);
        worker = thread;
        thread.start();
    }

    @PreDestroy
    void stop() {
        Thread thread = worker;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Until nothing is left, or the service stops. */
    void resumeAll() {
        BackOffExecution pause = pauses.start();
        Left left = pass(drivers.stream().map(Part::all).toList());
        while (!left.parts().isEmpty()) {
            long millis = pause.nextBackOff();
            log.warn(
                    "{} moves that the last stop cut off wait {} ms more: {}",
                    left.parts().size(),
                    millis,
                    left.trouble());
            if (!rested(millis)) {
                return;
            }
            left = pass(left.parts());
        }
    }

    private Left pass(List<Part> todo) {
        Left left = resuming.pass(todo);
        unfinished.set(left.parts().size());
        return left;
    }

    private static boolean rested(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
