package org.linli.merchant.abuse;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the watch over coupons.
 *
 * @param claimsPerSecond of one person; more are refused. Never below 30: people in a hurry are no abuse
 * @param deviceAccounts so many people claiming from one device are told; a family is fewer
 * @param windowDays how far back devices and cashiers are looked at
 * @param fewPeople "the same few" are this many
 * @param fewShare their share of a cashier's redemptions, in percent, from which it is told ...
 * @param fewLeast ... once there are this many redemptions
 */
@Validated
@ConfigurationProperties("merchant.abuse")
record AbuseSettings(
        @DefaultValue("30") @Min(30) @Max(10_000) int claimsPerSecond,
        @DefaultValue("6") @Min(3) @Max(40) int deviceAccounts,
        @DefaultValue("30") @Min(1) @Max(92) int windowDays,
        @DefaultValue("3") @Min(1) @Max(10) int fewPeople,
        @DefaultValue("80") @Min(50) @Max(100) int fewShare,
        @DefaultValue("30") @Min(10) @Max(200) int fewLeast) {}
