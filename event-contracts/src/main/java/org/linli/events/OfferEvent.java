package org.linli.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An offer's life; every event carries the whole public state. Money in fen. */
public sealed interface OfferEvent extends DomainEvent {
    State offer();

    /**
     * @param kind PERCENT, CASH_OFF, FIXED_PRICE or GIFT
     * @param percentOff 20 means eight tenths of the price are paid
     * @param validUntil exclusive
     * @param status SCHEDULED, LIVE, PAUSED or ENDED; whether the window has begun or is over says the clock
     * @param conditions absent from older events: none
     */
    record State(
            String offerId,
            String merchantId,
            String title,
            String kind,
            @Nullable Integer percentOff,
            @Nullable Long thresholdFen,
            @Nullable Long offFen,
            @Nullable Long priceFen,
            @Nullable Long listPriceFen,
            String category,
            Instant validFrom,
            Instant validUntil,
            int stock,
            int perPersonLimit,
            String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Conditions conditions) {

        /** Without further conditions. */
        public State(
                String offerId,
                String merchantId,
                String title,
                String kind,
                @Nullable Integer percentOff,
                @Nullable Long thresholdFen,
                @Nullable Long offFen,
                @Nullable Long priceFen,
                @Nullable Long listPriceFen,
                String category,
                Instant validFrom,
                Instant validUntil,
                int stock,
                int perPersonLimit,
                String status) {
            this(
                    offerId,
                    merchantId,
                    title,
                    kind,
                    percentOff,
                    thresholdFen,
                    offFen,
                    priceFen,
                    listPriceFen,
                    category,
                    validFrom,
                    validUntil,
                    stock,
                    perPersonLimit,
                    status,
                    null);
        }
    }

    /**
     * What else holds for an offer.
     *
     * @param perDayLimit how many of its coupons may be claimed on one day in all; null = any number
     * @param weeklyHours when coupons may be redeemed, Asia/Shanghai; empty = always
     * @param bankCardOnly only for who pays with the bank's card
     * @param pictures ids of uploaded pictures
     * @param segmentId whom it is meant for; null = everybody
     * @param claimedCoupons HONOURED or SUSPENDED while it is paused; null otherwise
     */
    record Conditions(
            @Nullable Integer perDayLimit,
            List<Hours> weeklyHours,
            boolean bankCardOnly,
            List<String> pictures,
            @Nullable String segmentId,
            @Nullable String claimedCoupons) {}

    /** @param until exclusive; not later than {@code from}: on the next day */
    record Hours(String day, String from, String until) {}

    /** Published, but its window has not begun yet; {@link Published} follows when it does. */
    record Scheduled(State offer) implements OfferEvent {}

    /** Its window has begun: raised once. */
    record Published(State offer) implements OfferEvent {}

    /** Terms changed, or it is live again after a pause. */
    record Changed(State offer) implements OfferEvent {}

    /** The merchant raised or lowered the stock; {@code stockRevision} orders what is left among claims. */
    record StockChanged(State offer, int stockLeft, long stockRevision) implements OfferEvent {}

    record Paused(State offer) implements OfferEvent {}

    /** Raised by the offer's stock when the last coupon is taken; {@code stockRevision} orders it among claims. */
    record SoldOut(State offer, long stockRevision) implements OfferEvent {}

    record Ended(State offer) implements OfferEvent {}
}
