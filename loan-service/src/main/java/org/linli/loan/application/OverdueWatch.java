package org.linli.loan.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells once that a promise is broken, and brings it to whoever is above (rule L-1). That it was told stands in the case
 * that carries the event, so several replicas and a crash tell it once; the first look after a start sees everything, so
 * days on which nothing ran are made up for.
 */
@Component
class OverdueWatch {
    private static final Logger log = LoggerFactory.getLogger(OverdueWatch.class);
    private static final int PAGE = 200;
    /** Clocks differ, and a case may be saved after the day it was planned for. */
    private static final int DAYS_LOOKED_BACK = 3;

    private final ApplicationRegister register;
    private final Clock clock;
    /** The day up to which everything is known to be told; null right after the start. */
    private @Nullable LocalDate doneUntil;

    OverdueWatch(ApplicationRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${linli.loan.applications.overdue-every:1m}")
    void tick() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            if (catchUp(now)) {
                doneUntil = StagePromises.businessDate(now);
            }
        } catch (RuntimeException e) {
            log.warn("broken promises wait to be told: {}", e.getClass().getName());
        }
    }

    /** @return whether nothing was left undone */
    private boolean catchUp(Instant now) {
        boolean all = true;
        String after = "";
        List<LoanApplication> page;
        do {
            page = page(now, after);
            for (LoanApplication application : page) {
                after = application.id();
                all &= tell(application, now);
            }
        } while (page.size() == PAGE);
        return all;
    }

    private List<LoanApplication> page(Instant now, String after) {
        LocalDate today = StagePromises.businessDate(now);
        LocalDate since = doneUntil;
        if (since == null || since.isBefore(today.minusDays(DAYS_LOOKED_BACK))) {
            return register.pastDue(now, after, PAGE);
        }
        List<String> days = IntStream.rangeClosed(0, DAYS_LOOKED_BACK)
                .mapToObj(back -> today.minusDays(back).toString())
                .toList();
        return register.fallenDueOn(days, after, PAGE);
    }

    private boolean tell(LoanApplication application, Instant now) {
        try {
            if (application.isOverdue(now) && application.breach().isEmpty()) {
                register.noticeBreach(application.id(), now);
            }
            return true;
        } catch (RuntimeException e) {
            // One case in trouble keeps no other from being told.
            log.warn(
                    "case {} waits to be told overdue: {}",
                    application.id(),
                    e.getClass().getName());
            return false;
        }
    }
}
