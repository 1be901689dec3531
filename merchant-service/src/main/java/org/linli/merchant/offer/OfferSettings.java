package org.linli.merchant.offer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of offers.
 *
 * @param scheduleEvery how often it is looked whether an offer begins or ends
 * @param mostSubsidyFen what the bank may add to one redeemed coupon at most
 */
@Validated
@ConfigurationProperties("merchant.offers")
record OfferSettings(
        @DurationMin(millis = 100) @DurationMax(minutes = 1) @DefaultValue("1s")
        Duration scheduleEvery,

        @DefaultValue("10000") @Min(1) @Max(10_000_000) long mostSubsidyFen) {}
