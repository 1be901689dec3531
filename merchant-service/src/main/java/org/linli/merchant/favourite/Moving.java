package org.linli.merchant.favourite;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.linli.merchant.sameperson.SamePeople;
import org.springframework.stereotype.Component;

/**
 * Lets somebody who turned out to be another person take their favourites along (rules W-8, M-7). The new list first, then
 * the old one: whoever dies in between does it again, and what was taken over once is not taken over twice.
 */
@Component
class Moving {
    private static final int LONGEST_CHAIN = 64;

    private final Shortlists shortlists;
    private final SamePeople people;
    private final FavouriteSettings settings;
    private final Clock clock;

    Moving(Shortlists shortlists, SamePeople people, FavouriteSettings settings, Clock clock) {
        this.shortlists = shortlists;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** May be told any number of times, and of a chain of people in any order. */
    void became(String pastId, String survivorId) {
        people.became(pastId, survivorId);
        String from = pastId;
        for (int hops = 0; hops < LONGEST_CHAIN; hops++) {
            String to = people.survivorOf(from);
            if (to.equals(from)) {
                return;
            }
            move(from, to);
            // That person may have become another one meanwhile, and their list have moved before this came in.
            from = to;
        }
    }

    private void move(String from, String to) {
        Optional<Shortlist> past = shortlists.find(Shortlist.id(from)).filter(list -> !list.isEmpty());
        past.ifPresent(list -> {
            takeOver(list, to);
            shortlists.change(Shortlist.id(from), own -> own.handOver(list), done -> done);
        });
    }

    void takeOver(Shortlist past, String to) {
        shortlists.ensure(to);
        shortlists.change(
                Shortlist.id(to),
                list -> list.takeOver(past, settings.most(), clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                taken -> taken);
    }
}
