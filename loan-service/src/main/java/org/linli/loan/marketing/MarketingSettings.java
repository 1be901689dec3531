package org.linli.loan.marketing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of marketing; all of them ours.
 *
 * @param weeklyVisits, weeklyMinutes what an account manager plans at least
 * @param suggestions how many merchants are suggested for an area
 * @param turnoverMonths of how many full months the turnover counts
 * @param turnoverPatience how long turnover is asked for; the rest is unknown then
 * @param conversionDays an application so many days after the first visit counts as its fruit
 * @param reportedVisits how many visits one report looks at
 */
@Validated
@ConfigurationProperties("linli.loan.marketing")
record MarketingSettings(
        @Min(0) @Max(500) int weeklyVisits,
        @Min(0) @Max(6_000) int weeklyMinutes,
        @Min(1) @Max(100) int suggestions,
        @Min(1) @Max(12) int turnoverMonths,
        @NotNull Duration turnoverPatience,
        @Min(1) @Max(365) int conversionDays,
        @Min(100) @Max(100_000) int reportedVisits) {}
