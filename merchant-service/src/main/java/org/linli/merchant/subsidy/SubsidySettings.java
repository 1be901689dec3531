package org.linli.merchant.subsidy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the settlement files.
 *
 * @param closesAfter how long after midnight in Shanghai a day still takes lines
 * @param servedAfter how long after the close its files are there: longer than a write of the store can take
 * @param mostLines stored lines of one merchant's day
 */
@Validated
@ConfigurationProperties("merchant.settlements")
record SubsidySettings(
        @DurationMin(minutes = 1) @DurationMax(hours = 12) @DefaultValue("1h")
        Duration closesAfter,

        @DurationMin(minutes = 1) @DurationMax(hours = 1) @DefaultValue("5m")
        Duration servedAfter,

        @DefaultValue("100000") @Min(1_000) @Max(1_000_000) int mostLines) {}
