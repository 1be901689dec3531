package org.linli.merchant.insight;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.linli.events.CouponEvent;
import org.linli.starter.Ids;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One person's redemptions at one merchant: which is the first decides who is a new customer. It grows by one short
 * entry a redemption of one person at one shop, which at one a day for ten years is some 400 KB. Who the person is
 * cannot be read from it.
 */
@Document(Regular.COLLECTION)
@TypeAlias("regular")
record Regular(@Id String id, String merchantId, long revision, List<Visit> visits) implements Kept {
    static final String COLLECTION = "insight_customers";

    static String id(CouponEvent event) {
        return merchantId(event) + "|" + Ids.derived("insight-customer", merchantId(event), consumerId(event));
    }

    static Regular unknown(CouponEvent event) {
        return new Regular(id(event), merchantId(event), 0, List.of());
    }

    /**
     * What became of this person's record.
     *
     * @param changed whether anything was new
     * @param facts what has to be counted anew
     */
    record Turn(Regular regular, boolean changed, List<Fact> facts) {}

    /**
     * Applies events in any order. An event touches its own redemption and, since the first visit may have become the
     * second or the second the first, those two. When one of the events was known already, whoever applied it may have
     * died before counting: then everything is counted anew.
     */
    Turn after(List<CouponEvent> events) {
        List<Visit> now = new ArrayList<>(visits);
        Set<String> touched = new LinkedHashSet<>();
        boolean repeated = false;
        boolean changed = false;
        for (CouponEvent event : events) {
            boolean fresh = apply(event, now);
            changed |= fresh;
            repeated |= !fresh;
            touched.add(redemptionId(event));
            now.stream()
                    .filter(Visit::counts)
                    .sorted(Visit.BY_TIME)
                    .limit(2)
                    .map(Visit::redemptionId)
                    .forEach(touched::add);
        }
        Regular next = changed ? new Regular(id, merchantId, revision + 1, List.copyOf(now)) : this;
        boolean all = repeated;
        return new Turn(next, changed, next.facts(redemptionId -> all || touched.contains(redemptionId)));
    }

    private static boolean apply(CouponEvent event, List<Visit> visits) {
        String redemptionId = redemptionId(event);
        int known = indexOf(redemptionId, visits);
        Visit before = known < 0 ? null : visits.get(known);
        Visit after;
        if (event instanceof CouponEvent.Redeemed redeemed) {
            after = before == null ? Visit.of(redeemed, false) : before.told() ? before : Visit.of(redeemed, true);
        } else {
            after = before == null ? Visit.of((CouponEvent.Reversed) event) : before.reversed();
        }
        if (after.equals(before)) {
            return false;
        }
        if (before == null) {
            visits.add(after);
        } else {
            visits.set(known, after);
        }
        return true;
    }

    private static int indexOf(String redemptionId, List<Visit> visits) {
        for (int i = 0; i < visits.size(); i++) {
            if (visits.get(i).redemptionId().equals(redemptionId)) {
                return i;
            }
        }
        return -1;
    }

    private static String redemptionId(CouponEvent event) {
        return event instanceof CouponEvent.Redeemed redeemed
                ? redeemed.redemptionId()
                : ((CouponEvent.Reversed) event).redemptionId();
    }

    private static String merchantId(CouponEvent event) {
        return event instanceof CouponEvent.Redeemed redeemed
                ? redeemed.merchantId()
                : ((CouponEvent.Reversed) event).merchantId();
    }

    private static String consumerId(CouponEvent event) {
        return event instanceof CouponEvent.Redeemed redeemed
                ? redeemed.consumerId()
                : ((CouponEvent.Reversed) event).consumerId();
    }

    private List<Fact> facts(Predicate<String> wanted) {
        Optional<String> first =
                visits.stream().filter(Visit::counts).min(Visit.BY_TIME).map(Visit::redemptionId);
        return visits.stream()
                .filter(visit -> visit.told() && wanted.test(visit.redemptionId()))
                .map(visit -> Fact.visit(merchantId, visit, kind(visit, first.orElse("")), revision))
                .toList();
    }

    private static Fact.Kind kind(Visit visit, String first) {
        if (visit.takenBack()) {
            return Fact.Kind.TAKEN_BACK;
        }
        return visit.redemptionId().equals(first) ? Fact.Kind.FIRST_VISIT : Fact.Kind.LATER_VISIT;
    }
}
