package org.linli.merchant.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.linli.merchant.branch.Attaching;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.branch.Branches;
import org.linli.starter.geo.GeoPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Keeps every merchant with the nearest branch whose circle holds it (rule M-1) when branches open, move or close, and
 * when merchants arrived before the branches did. Waits until the branches have come to rest, then walks all merchants
 * once; which state of the branches was walked last is kept, so a crash only repeats.
 */
@Service
class Reattachment {
    private static final Logger log = LoggerFactory.getLogger(Reattachment.class);
    private static final String COLLECTION = "reattachments";
    private static final String ONLY = "merchants";
    private static final int PAGE = 500;

    private final Merchants merchants;
    private final Branches branches;
    private final Placing placing;
    private final Attaching doors;
    private final MongoOperations mongo;
    private final Clock clock;
    private long seenLast = -1;

    Reattachment(
            Merchants merchants,
            Branches branches,
            Placing placing,
            Attaching doors,
            MongoOperations mongo,
            Clock clock) {
        this.merchants = merchants;
        this.branches = branches;
        this.placing = placing;
        this.doors = doors;
        this.mongo = mongo;
        this.clock = clock;
    }

    /** @param branchState {@link Branches#state()} at the time of the last complete walk */
    record Walk(@Id String id, long branchState) {}

    @Scheduled(fixedDelayString = "${merchant.onboarding.reattach-check-every:2s}")
    void walkWhenBranchesChanged() {
        try {
            long state = branches.state();
            boolean atRest = state == seenLast;
            seenLast = state;
            if (atRest && state != walkedLast()) {
                walk();
                mongo.save(new Walk(ONLY, state), COLLECTION);
            }
        } catch (RuntimeException e) {
            log.warn(
                    "attaching merchants to changed branches waits: {}",
                    e.getClass().getName());
        }
    }

    private long walkedLast() {
        Walk walk = mongo.findById(ONLY, Walk.class, COLLECTION);
        return walk == null ? 0 : walk.branchState;
    }

    private void walk() {
        Function<GeoPoint, Attachment> attaching = branches.attaching();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String after = "";
        List<Merchant> page;
        int moved = 0;
        do {
            page = merchants.after(after, PAGE);
            for (Merchant merchant : page) {
                after = merchant.id();
                moved += attach(merchant, attaching, now);
            }
        } while (page.size() == PAGE);
        log.info("branches changed: {} merchants attached anew", moved);
    }

    private int attach(Merchant merchant, Function<GeoPoint, Attachment> attaching, Instant now) {
        if (merchant.attachment().equals(placing.of(merchant, attaching))) {
            return 0;
        }
        doors.during(
                List.of(placing.of(merchant, attaching)),
                () -> merchants.change(
                        merchant.id(), fresh -> fresh.attachTo(placing.of(fresh, attaching), now), changed -> changed));
        return 1;
    }
}
