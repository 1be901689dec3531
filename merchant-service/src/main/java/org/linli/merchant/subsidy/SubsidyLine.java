package org.linli.merchant.subsidy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.events.CouponEvent;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What one redemption or its reversal means in money. Stored once and never changed: its id follows from what happened.
 *
 * @param day the business day on whose file it is
 * @param organisationPath where the merchant was when it was booked
 * @param at when it happened
 * @param fen above zero for a redemption, below for a reversal
 */
@Document(SubsidyLine.COLLECTION)
@TypeAlias("subsidy-line")
record SubsidyLine(
        @Id String id,
        String day,
        String merchantId,
        String organisationPath,
        String offerId,
        String couponId,
        String redemptionId,
        Kind kind,
        Instant at,
        long fen) {
    static final String COLLECTION = "subsidy_lines";

    enum Kind {
        REDEEMED,
        REVERSED
    }

    /** Empty for an event that costs the bank nothing. */
    static Optional<SubsidyLine> of(CouponEvent event, String organisationPath, SettlementDays days, Instant now) {
        if (event instanceof CouponEvent.Redeemed redeemed) {
            return of(event, redeemed.redemptionId(), Kind.REDEEMED, redeemed.redeemedAt(), redeemed.subsidyFen())
                    .map(line -> line.booked(days.bookedOn(line.at, now), organisationPath));
        }
        if (event instanceof CouponEvent.Reversed reversed) {
            return of(event, reversed.redemptionId(), Kind.REVERSED, reversed.reversedAt(), reversed.subsidyFen())
                    .map(line -> line.booked(days.bookedOn(line.at, now), organisationPath));
        }
        return Optional.empty();
    }

    private static Optional<SubsidyLine> of(
            CouponEvent event, String redemptionId, Kind kind, Instant at, @Nullable Long subsidyFen) {
        if (subsidyFen == null) {
            return Optional.empty();
        }
        long fen = kind == Kind.REDEEMED ? subsidyFen : -subsidyFen;
        return Optional.of(new SubsidyLine(
                redemptionId + ":" + kind,
                "",
                event.merchantId(),
                "",
                event.offerId(),
                event.couponId(),
                redemptionId,
                kind,
                at,
                fen));
    }

    private SubsidyLine booked(LocalDate on, String path) {
        return new SubsidyLine(id, on.toString(), merchantId, path, offerId, couponId, redemptionId, kind, at, fen);
    }
}
