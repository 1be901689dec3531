package org.linli.loan.village;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How limits are suggested and published; all numbers are ours. Amounts in fen.
 *
 * @param noticeDays full days of the objection period after the day of publication
 * @param surplusMonths of how many months the surplus counts
 * @param surplusSharePercent which share of it may go into repaying
 * @param assetSharePercent which share of what is owned above all debts backs a limit
 * @param stepFen limits are rounded down to a multiple of it
 */
@Validated
@ConfigurationProperties("linli.loan.villages")
record VillageSettings(
        @Min(1) @Max(60) int noticeDays,
        @Min(1) @Max(36) int surplusMonths,
        @Min(1) @Max(100) int surplusSharePercent,
        @Min(1) @Max(100) int assetSharePercent,
        @Min(1) long minLimitFen,
        @Min(1) long maxLimitFen,
        @Min(1) long stepFen) {
    @AssertTrue(message = "minLimitFen may not be above maxLimitFen") boolean isOrdered() {
        return minLimitFen <= maxLimitFen;
    }

    LimitPolicy policy() {
        return new LimitPolicy(
                surplusMonths, surplusSharePercent, assetSharePercent, minLimitFen, maxLimitFen, stepFen);
    }
}
