package org.linli.merchant.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.linli.events.CouponEvent;

/**
 * Turns coupon events into figures (rule M-6): in any order, any number of times, by any number of processes of which
 * each may die between any two writes, as long as each event is brought until it was taken once.
 */
class Counting {
    private static final int ATTEMPTS = 100;

    private final Shelf<Regular> regulars;
    private final DayPages pages;
    private final UnaryOperator<String> organisationPathOf;

    /** @param organisationPathOf where a merchant is in the organisation tree */
    Counting(Shelf<Regular> regulars, PageShelf days, UnaryOperator<String> organisationPathOf) {
        this.regulars = regulars;
        this.pages = new DayPages(days);
        this.organisationPathOf = organisationPathOf;
    }

    void take(Collection<CouponEvent> events) {
        record Day(String merchantId, LocalDate day) {}
        List<Fact> facts = new ArrayList<>();
        Map<String, List<CouponEvent>> byPerson = new LinkedHashMap<>();
        for (CouponEvent event : events) {
            if (event instanceof CouponEvent.Claimed claimed) {
                facts.add(Fact.claim(claimed));
            } else if (event instanceof CouponEvent.Redeemed || event instanceof CouponEvent.Reversed) {
                byPerson.computeIfAbsent(Regular.id(event), person -> new ArrayList<>())
                        .add(event);
            }
        }
        byPerson.forEach((id, own) -> facts.addAll(turn(id, own)));
        Map<Day, List<Fact>> byDay = new LinkedHashMap<>();
        facts.forEach(fact -> byDay.computeIfAbsent(new Day(fact.merchantId(), fact.day()), day -> new ArrayList<>())
                .add(fact));
        byDay.forEach((day, own) -> pages.put(day.merchantId, day.day, organisationPathOf.apply(day.merchantId), own));
    }

    /** Keeps the person's record first: from then on whoever brings the event again counts it all anew. */
    private List<Fact> turn(String id, List<CouponEvent> events) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Regular known = regulars.find(List.of(id)).getOrDefault(id, Regular.unknown(events.get(0)));
            Regular.Turn turn = known.after(events);
            if (!turn.changed() || regulars.keep(turn.regular())) {
                return turn.facts();
            }
        }
        throw new IllegalStateException("customer " + id + " is never free");
    }
}
