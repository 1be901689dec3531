package org.linli.user.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes rows in and sees to it that grown chains are anchored. */
@Component
class AuditIntake {
    private static final Logger log = LoggerFactory.getLogger(AuditIntake.class);

    /** A chain's growth since its last anchor. */
    private record Growth(AuditRow.Head head, long rows, Instant since) {}

    private final AuditChain chain;
    private final ChainRows rows;
    private final AuditAnchors anchors;
    private final AuditSettings settings;
    private final Clock clock;
    private final Map<String, Growth> grown = new ConcurrentHashMap<>();
    private volatile boolean indexed;
    private boolean caughtUp;

    AuditIntake(AuditChain chain, ChainRows rows, AuditAnchors anchors, AuditSettings settings, Clock clock) {
        this.chain = chain;
        this.rows = rows;
        this.anchors = anchors;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many became new rows */
    int take(List<Arrival> arrivals) {
        if (!indexed) {
            // Before the first row: without the unique key two consumers could both add an event.
            rows.declareIndexes();
            indexed = true;
        }
        Map<String, List<Arrival>> byOrganisation = arrivals.stream()
                .collect(Collectors.groupingBy(
                        arrival -> arrival.recorded().organisation(), LinkedHashMap::new, Collectors.toList()));
        int added = 0;
        for (Map.Entry<String, List<Arrival>> entry : byOrganisation.entrySet()) {
            AuditChain.Appended appended = chain.append(entry.getKey(), entry.getValue());
            added += appended.added();
            if (appended.added() > 0) {
                grew(entry.getKey(), appended);
            }
        }
        return added;
    }

    private void grew(String organisation, AuditChain.Appended appended) {
        Growth growth = grown.merge(
                organisation,
                new Growth(appended.head(), appended.added(), clock.instant()),
                (before, now) -> new Growth(now.head, before.rows + now.rows, before.since));
        if (growth.rows >= settings.anchorRows()) {
            anchor(organisation, growth);
        }
    }

    private void anchor(String organisation, @Nullable Growth growth) {
        if (growth != null && grown.remove(organisation, growth)) {
            anchors.write(organisation, growth.head, clock.instant());
        }
    }

    /** Also what an earlier process appended and did not get to anchor. */
    @Scheduled(fixedDelay = 5_000)
    void anchorWhatWaits() {
        try {
            if (!caughtUp) {
                rows.organisations().forEach(this::noticeGrowth);
                caughtUp = true;
            }
            Instant due = clock.instant().minus(settings.anchorAfter());
            grown.forEach((organisation, growth) -> {
                if (!growth.since.isAfter(due)) {
                    anchor(organisation, growth);
                }
            });
        } catch (RuntimeException e) {
            log.warn("anchors of the audit trail wait: {}", e.getClass().getName());
        }
    }

    private void noticeGrowth(String organisation) {
        AuditRow.Head head = rows.head(organisation);
        long more = head.seq() - anchors.lastSeq(organisation);
        if (more > 0) {
            grown.putIfAbsent(organisation, new Growth(head, more, clock.instant()));
        }
    }
}
