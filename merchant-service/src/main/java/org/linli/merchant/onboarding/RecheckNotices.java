package org.linli.merchant.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Tells once that a merchant's annual re-check came due (rule M-1). Everything due up to today is found, so days on which
 * nothing ran are made up for; that it was told stands in the document that carries the event, so several replicas and a
 * crash tell it once.
 */
@Service
class RecheckNotices {
    private static final Logger log = LoggerFactory.getLogger(RecheckNotices.class);
    private static final int PAGE = 200;

    private final Merchants merchants;
    private final Clock clock;

    RecheckNotices(Merchants merchants, Clock clock) {
        this.merchants = merchants;
        this.clock = clock;
    }

    /** The ones due by the given day, the longest due first. */
    List<Merchant> due(Caller staff, LocalDate by, @Nullable Position after, int limit) {
        List<String> scope = staff.scope();
        return scope.isEmpty() ? List.of() : merchants.dueForRecheck(scope, by, after, limit);
    }

    /** Of the last one seen. */
    record Position(String dueOn, String id) {}

    LocalDate today() {
        return BusinessDay.of(clock.instant());
    }

    @Scheduled(fixedDelayString = "${merchant.onboarding.recheck-every:10m}")
    void tell() {
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            LocalDate today = BusinessDay.of(now);
            int told;
            do {
                told = 0;
                for (String id : merchants.withRecheckToTell(today, PAGE)) {
                    Optional<Boolean> noticed =
                            merchants.change(id, merchant -> merchant.noticeRecheck(today, now), changed -> changed);
                    told += noticed.orElse(false) ? 1 : 0;
                }
            } while (told == PAGE);
        } catch (RuntimeException e) {
            log.warn("re-checks wait to be told: {}", e.getClass().getName());
        }
    }
}
