package org.linli.merchant.branch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.linli.starter.Ids;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.stereotype.Service;

/** Lets merchants come to branches, none of which closes while one is on the way there. */
@Service
public class Attaching {
    /** Longer than it takes user-service to close a branch after it was told that nothing is left; then a door opens by itself. */
    private static final Duration SHUT = Duration.ofMinutes(1);

    private final BranchDoors doors;
    private final Clock clock;

    Attaching(BranchDoors doors, Clock clock) {
        this.doors = doors;
        this.clock = clock;
    }

    /**
     * Does what attaches merchants there.
     *
     * @throws DependencyUnavailableException while one of the branches is about to close: in a moment it has closed, or not
     */
    public <R> R during(Collection<Attachment> places, Supplier<R> writing) {
        String arrival = Ids.next();
        List<String> noted = new ArrayList<>();
        try {
            for (String branchId : branches(places)) {
                noted.add(branchId);
                if (!doors.enter(branchId, arrival, now())) {
                    throw new DependencyUnavailableException("a branch that is about to close", null);
                }
            }
            return writing.get();
        } finally {
            noted.forEach(branchId -> doors.entered(branchId, arrival));
        }
    }

    private static Collection<String> branches(Collection<Attachment> places) {
        return places.stream()
                .filter(place -> !place.equals(Attachment.HEAD_OFFICE))
                .map(Attachment::branchId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Counts what is left at a branch that is about to close, and who is on the way. When it is nothing, nobody comes
     * for a minute.
     */
    public long left(String branchId, LongSupplier attached) {
        Instant now = now();
        long left = doors.shut(branchId, now.plus(SHUT)).underWay(now) + attached.getAsLong();
        if (left > 0) {
            doors.open(branchId);
        }
        return left;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
