package org.linli.user.login;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of logins.
 *
 * @param freeAttempts wrong passwords in a row before waiting begins
 * @param firstPause the first waiting time; every further wrong password doubles it
 * @param longestPause its bound
 * @param parallelPasswordChecks a password check takes a processor for about 80 ms: more at once would starve the rest
 */
@Validated
@ConfigurationProperties("linli.login")
record LoginSettings(
        @DefaultValue("5") @Min(1) @Max(100) int freeAttempts,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("15m") Duration longestPause,
        @DefaultValue("2") @Min(1) @Max(64) int parallelPasswordChecks) {}
