package org.linli.merchant.draft;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets go of drafts that nobody comes back to. */
@Component
class DraftExpiry {
    private static final Logger log = LoggerFactory.getLogger(DraftExpiry.class);

    private final Drafting drafting;
    private final DraftSettings settings;

    DraftExpiry(Drafting drafting, DraftSettings settings) {
        this.drafting = drafting;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${merchant.drafts.sweep-every:1h}")
    void sweep() {
        try {
            drafting.discardUntouchedFor(settings.keptFor());
        } catch (RuntimeException e) {
            log.warn("old drafts wait: {}", e.getClass().getName());
        }
    }
}
