package org.linli.merchant.coupon;

import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Makes the receiver's coupon of a gift that was accepted (rule M-3). It takes one of the receiver's own slots, so the
 * personal limit holds by structure, and it names the gift it came from. Slots never become free: whoever else finishes
 * the same gift, at the same time or later, meets the same coupon or the same lack of one.
 */
@Service
public class HandingOver {
    private final Coupons coupons;
    private final Slots slots;

    HandingOver(Coupons coupons, Slots slots) {
        this.coupons = coupons;
        this.slots = slots;
    }

    /** Whether a person has a slot without a coupon; somebody may take it before the gift does. */
    public boolean hasRoom(String receiverId, String offerId, int perPersonLimit) {
        return slots.of(receiverId, offerId, perPersonLimit).free() > 0;
    }

    /** @return the receiver's coupon; empty when the receiver has as many as one person may, and the giver has it back */
    public Optional<Coupon> finish(Coupon given, String receiverId, Instant acceptedAt, int perPersonLimit) {
        // The second look is for a receiver who turned out to be somebody else since the first, whose slots were
        // closed.
        for (int look = 1; look <= 2; look++) {
            Optional<Coupon> placed = place(given, slots.of(receiverId, given.offerId(), perPersonLimit), acceptedAt);
            if (placed.isPresent()) {
                return placed;
            }
        }
        coupons.change(given.id(), coupon -> coupon.returnGift(receiverId, acceptedAt), returned -> returned);
        return Optional.empty();
    }

    private Optional<Coupon> place(Coupon given, Slots.Hand hand, Instant acceptedAt) {
        Optional<Coupon> before =
                hand.taken().stream().filter(own -> isReceived(own, given)).findFirst();
        if (before.isPresent()) {
            return before;
        }
        for (String slot : hand.slots()) {
            Coupon there = insertOrFind(given.received(slot, hand.consumerId(), acceptedAt));
            if (isReceived(there, given)) {
                return Optional.of(there);
            }
        }
        return Optional.empty();
    }

    private static boolean isReceived(Coupon coupon, Coupon given) {
        return coupon.claimId().equals(given.giftClaimId());
    }

    private Coupon insertOrFind(Coupon coupon) {
        try {
            return coupons.insert(coupon);
        } catch (DuplicateKeyException taken) {
            return coupons.find(coupon.id()).orElseThrow();
        }
    }
}
