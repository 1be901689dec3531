package org.linli.merchant.insight;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the statistics.
 *
 * @param viewsEvery how often looks counted in memory are written down; as many are lost by a crash
 * @param mostViewed offer-hours counted in memory at a time; looks beyond are not counted
 * @param mostDays days of one question about a merchant
 * @param mostBranchDays days of one question about branches
 */
@Validated
@ConfigurationProperties("merchant.insight")
record InsightSettings(
        @DefaultValue("5s") Duration viewsEvery,
        @DefaultValue("50000") @Min(100) @Max(1_000_000) int mostViewed,
        @DefaultValue("366") @Min(1) @Max(731) int mostDays,
        @DefaultValue("31") @Min(1) @Max(92) int mostBranchDays) {}
