package org.linli.merchant.coupon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.merchant.sameperson.SamePeople;
import org.springframework.stereotype.Component;

/**
 * Where a person's coupons of an offer may come into being. Somebody who was two until they turned out to be one has, of
 * all their slots together, as many as one person may: what the past ids have not used is closed, and so are the present
 * id's slots beyond what is left. A closed slot holds a coupon of nobody, so whatever was under way meets it and goes back.
 */
@Component
class Slots {
    private static final String CLOSED = "closed";
    private static final String NOBODY = "";

    private final Coupons coupons;
    private final SamePeople people;

    Slots(Coupons coupons, SamePeople people) {
        this.coupons = coupons;
        this.people = people;
    }

    /**
     * @param consumerId who the person is by now
     * @param slots the person's open ones, in order, with or without a coupon
     * @param taken coupons of this offer, under any of the person's ids
     */
    record Hand(String consumerId, List<String> slots, List<Coupon> taken) {
        /** The number of the lowest slot without a coupon, from 1; 0 when there is none. */
        int free() {
            Set<String> used = taken.stream().map(Coupon::id).collect(Collectors.toSet());
            return IntStream.rangeClosed(1, slots.size())
                    .filter(slot -> !used.contains(slots.get(slot - 1)))
                    .findFirst()
                    .orElse(0);
        }
    }

    Hand of(String consumerId, String offerId, int perPersonLimit) {
        if (!people.linked(Set.of(consumerId)).isEmpty()) {
            return ofMerged(people.allIdsOf(consumerId), offerId, perPersonLimit);
        }
        List<String> slots = CouponId.all(consumerId, offerId, perPersonLimit);
        return new Hand(consumerId, slots, coupons.findAll(slots));
    }

    /** The same for who has looked already. */
    Hand of(String consumerId, GroupedClaims.Look look) {
        return look.linked()
                ? of(consumerId, look.offer().offerId(), look.offer().perPersonLimit())
                : new Hand(consumerId, look.slots(), look.held());
    }

    /** What is open follows from coupons that are never deleted: whoever else works it out gets no more. */
    private Hand ofMerged(List<String> ids, String offerId, int perPersonLimit) {
        List<String> past = ids.stream()
                .skip(1)
                .flatMap(id -> CouponId.all(id, offerId, perPersonLimit).stream())
                .toList();
        List<Coupon> taken = new ArrayList<>(closed(past, offerId));
        int open = Math.max(0, perPersonLimit - taken.size());
        List<String> own = CouponId.all(ids.get(0), offerId, perPersonLimit);
        taken.addAll(closed(own.subList(open, own.size()), offerId));
        List<String> slots = own.subList(0, open);
        taken.addAll(held(slots));
        return new Hand(ids.get(0), slots, List.copyOf(taken));
    }

    /** @return the coupons that are there all the same */
    private List<Coupon> closed(List<String> slots, String offerId) {
        List<Coupon> there = coupons.findAll(slots);
        Set<String> used = there.stream().map(Coupon::id).collect(Collectors.toSet());
        List<Coupon> closing = slots.stream()
                .filter(slot -> !used.contains(slot))
                .map(slot -> closing(slot, offerId))
                .toList();
        if (!closing.isEmpty()) {
            coupons.insertNew(closing);
        }
        return held(slots);
    }

    private List<Coupon> held(Collection<String> slots) {
        return coupons.findAll(slots).stream()
                .filter(coupon -> !coupon.bodyHash().equals(CLOSED))
                .toList();
    }

    private static Coupon closing(String slot, String offerId) {
        return new Coupon(
                slot, offerId, NOBODY, NOBODY, "", "", null, Instant.EPOCH, Instant.EPOCH, CLOSED, CLOSED, CLOSED);
    }
}
