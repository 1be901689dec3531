package org.linli.merchant.coupon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coupon on its way to a friend.
 *
 * @param secretHash of what the link holds
 * @param until when nobody took it by then, it is the giver's again; nobody writes that down
 */
public record Gift(
        String secretHash,
        Instant offeredAt,
        Instant until,
        @Nullable String acceptedBy,
        @Nullable Instant acceptedAt) {

    static Gift offered(String secretHash, Instant at, Instant until) {
        return new Gift(secretHash, at, until, null, null);
    }

    Gift accepted(String receiverId, Instant at) {
        return new Gift(secretHash, offeredAt, until, receiverId, at);
    }

    boolean isAccepted() {
        return acceptedBy != null;
    }

    boolean isOpen(Instant now) {
        return acceptedBy == null && until.isAfter(now);
    }

    String state() {
        return isAccepted() ? "ACCEPTED" : "OFFERED";
    }
}
