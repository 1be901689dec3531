package org.linli.geosearch.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How far search is behind what has happened (rule G-4): looked at every few seconds, and whenever somebody asks. */
@Component
class Freshness {
    private final ListenerGroup group;
    private final Clock clock;
    private final CatchUp catchUp = new CatchUp();
    private volatile double waiting = Double.NaN;

    Freshness(ListenerGroup group, MeterRegistry meters, Clock clock) {
        this.group = group;
        this.clock = clock;
        Gauge.builder("linli.search.backlog", () -> waiting)
                .description("events that search has not applied yet; of all instances together")
                .register(meters);
    }

    /**
     * @param eventsWaiting published and not applied yet
     * @param caughtUp whether they are no more than are always on their way
     * @param catchUp the catch-up under way, or else the last one that this instance has seen
     */
    record Status(long eventsWaiting, boolean caughtUp, CatchUp.@Nullable Progress catchUp) {}

    /** @throws DependencyUnavailableException when the broker does not answer */
    synchronized Status look() {
        try {
            ListenerGroup.Position position = group.position();
            waiting = position.waiting();
            catchUp.see(clock.instant().truncatedTo(ChronoUnit.MILLIS), position);
            return new Status(
                    position.waiting(),
                    !catchUp.isUnderWay(),
                    catchUp.progress().orElse(null));
        } catch (DependencyUnavailableException e) {
            waiting = Double.NaN;
            throw e;
        }
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void lookNowAndThen() {
        try {
            look();
        } catch (DependencyUnavailableException e) {
            // the gauge says so
        }
    }
}
