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

    HandingOver(Coupons coupons) {
        this.coupons = coupons;
    }

    /** Whether a person has a slot without a coupon; somebody may take it before the gift does. */
    public boolean hasRoom(String receiverId, String offerId, int perPersonLimit) {
        var slots = CouponId.all(receiverId, offerId, perPersonLimit);
        return coupons.findAll(slots).size() < slots.size();
    }

    /** @return the receiver's coupon; empty when the receiver has as many as one person may, and the giver has it back */
    public Optional<Coupon> finish(Coupon given, String receiverId, Instant acceptedAt, int perPersonLimit) {
        for (String slot : CouponId.all(receiverId, given.offerId(), perPersonLimit)) {
            Coupon there = insertOrFind(given.received(slot, receiverId, acceptedAt));
            if (there.claimId().equals(given.giftClaimId())) {
                return Optional.of(there);
            }
        }
        coupons.change(given.id(), coupon -> coupon.returnGift(receiverId, acceptedAt), returned -> returned);
        return Optional.empty();
    }

    private Coupon insertOrFind(Coupon coupon) {
        try {
            return coupons.insert(coupon);
        } catch (DuplicateKeyException taken) {
            return coupons.find(coupon.id()).orElseThrow();
        }
    }
}
