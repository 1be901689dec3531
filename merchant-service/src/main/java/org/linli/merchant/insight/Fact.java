package org.linli.merchant.insight;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.events.CouponEvent;
import org.linli.starter.Ids;

/**
 * One thing that happened and where it counts. The key follows from what happened: the same event, however often and
 * whenever it comes, is the same fact.
 *
 * @param second when it happened, since 1970
 * @param hour 0 to 23, of the business day
 * @param billFen what the customer paid, when it is known
 * @param revision of two versions of a fact the higher one is right
 */
record Fact(
        String key,
        String merchantId,
        LocalDate day,
        long second,
        String offerId,
        int hour,
        Kind kind,
        @Nullable Long billFen,
        long revision) {

    enum Kind {
        CLAIM,
        /** The customer's first redemption at this merchant. */
        FIRST_VISIT,
        LATER_VISIT,
        /** A redemption that was reversed: it counts nowhere. */
        TAKEN_BACK
    }

    static Fact claim(CouponEvent.Claimed claimed) {
        return at(
                Ids.derived("claim", claimed.couponId()),
                claimed.merchantId(),
                claimed.offerId(),
                claimed.claimedAt(),
                Kind.CLAIM,
                null,
                0);
    }

    static Fact visit(String merchantId, Visit visit, Kind kind, long revision) {
        return at(
                Ids.derived("redemption", visit.redemptionId()),
                merchantId,
                visit.offerId(),
                visit.at(),
                kind,
                visit.billFen(),
                revision);
    }

    private static Fact at(
            String key,
            String merchantId,
            String offerId,
            Instant at,
            Kind kind,
            @Nullable Long billFen,
            long revision) {
        return new Fact(
                key,
                merchantId,
                BusinessTime.day(at),
                at.getEpochSecond(),
                offerId,
                BusinessTime.hour(at),
                kind,
                billFen,
                revision);
    }
}
