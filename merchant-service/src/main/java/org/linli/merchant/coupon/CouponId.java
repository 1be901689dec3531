package org.linli.merchant.coupon;

import java.util.List;
import java.util.stream.IntStream;
import org.linli.starter.Ids;

/**
 * A coupon's id follows from whose it is: the person's n-th coupon of an offer can exist once only, which makes the
 * personal limit structural. It begins with the person's own prefix, so a person's coupons lie side by side.
 */
final class CouponId {
    private static final int PREFIX_LENGTH = 16;
    /** Sorts after every hexadecimal digit. */
    private static final String AFTER_HEX = "g";

    private CouponId() {}

    static String of(String consumerId, String offerId, int slot) {
        return prefix(consumerId) + Ids.derived("coupon", consumerId, offerId, String.valueOf(slot));
    }

    /** The ids of slots 1 to {@code perPersonLimit}, in order. */
    static List<String> all(String consumerId, String offerId, int perPersonLimit) {
        return IntStream.rangeClosed(1, perPersonLimit)
                .mapToObj(slot -> of(consumerId, offerId, slot))
                .toList();
    }

    static String prefix(String consumerId) {
        return Ids.hash("consumer", consumerId).substring(0, PREFIX_LENGTH);
    }

    static String afterPrefix(String consumerId) {
        return prefix(consumerId) + AFTER_HEX;
    }
}
