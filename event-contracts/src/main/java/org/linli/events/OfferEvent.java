package org.linli.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An offer's life; every event carries the whole public state. Money in fen. */
public sealed interface OfferEvent extends DomainEvent {
    State offer();

    /**
     * @param kind PERCENT, CASH_OFF, FIXED_PRICE or GIFT
     * @param percentOff 20 means eight tenths of the price are paid
     * @param validUntil exclusive
     * @param status LIVE, PAUSED or ENDED (a window that has not begun yet is judged by {@code validFrom})
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
            String status) {}

    record Published(State offer) implements OfferEvent {}

    record Changed(State offer) implements OfferEvent {}

    record Paused(State offer) implements OfferEvent {}

    /** Raised by the offer's stock when the last coupon is taken; {@code stockRevision} orders it among claims. */
    record SoldOut(State offer, long stockRevision) implements OfferEvent {}

    record Ended(State offer) implements OfferEvent {}
}
