package org.linli.merchant.audience;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the audiences.
 *
 * @param horizonDays claims and redemptions are remembered, and can be asked for, this many days back
 * @param mostDeals coupons remembered of one person; the oldest go first
 * @param mostConditions conditions of one rule
 * @param mostLevels how deep a rule may nest
 * @param mostValues values that one condition lists
 * @param mostMembers people in one snapshot
 * @param keptSnapshots of one segment; the oldest go first
 * @param sample people shown, masked, by a dry run
 * @param capTimes how often one person may be contacted for one purpose ...
 * @param capDays ... within this many days, today included
 */
@Validated
@ConfigurationProperties("merchant.audience")
record AudienceSettings(
        @DefaultValue("180") @Min(1) @Max(731) int horizonDays,
        @DefaultValue("500") @Min(10) @Max(5_000) int mostDeals,
        @DefaultValue("100") @Min(1) @Max(500) int mostConditions,
        @DefaultValue("5") @Min(1) @Max(20) int mostLevels,
        @DefaultValue("200") @Min(1) @Max(1_000) int mostValues,
        @DefaultValue("500000") @Min(1) @Max(5_000_000) int mostMembers,
        @DefaultValue("20") @Min(1) @Max(200) int keptSnapshots,
        @DefaultValue("10") @Min(0) @Max(100) int sample,
        @DefaultValue("3") @Min(1) @Max(100) int capTimes,
        @DefaultValue("7") @Min(1) @Max(366) int capDays) {

    /** For rules that were let in before, whatever the limits are by now. */
    static final AudienceSettings LAX = new AudienceSettings(731, 5_000, 500, 20, 1_000, 5_000_000, 200, 0, 1, 1);
}
