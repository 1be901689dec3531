package org.linli.merchant.expiry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param grace how long after its window a coupon counts as unused; longer than a redemption may be handed in late
 *     (merchant.redemption.late-for)
 * @param sweepEvery how often it is looked for coupons that are due
 * @param page how many are read at once
 * @param mostPages how many pages one sweep handles; the next one goes on
 */
@Validated
@ConfigurationProperties("merchant.expiry")
record ExpirySettings(
        @DefaultValue("13h") Duration grace,
        @DefaultValue("10s") Duration sweepEvery,
        @DefaultValue("200") @Min(1) @Max(1_000) int page,
        @DefaultValue("50") @Min(1) @Max(10_000) int mostPages) {
    /** A coupon told as expired must not be redeemed by a code that is handed in late. */
    void checkAgainst(Duration lateFor) {
        if (grace.compareTo(lateFor) <= 0) {
            throw new IllegalArgumentException("COUPON_EXPIRY_GRACE: " + grace + " (expected: longer than"
                    + " REDEMPTION_LATE_FOR, " + lateFor + ")");
        }
    }
}
