package org.linli.merchant.participation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How unfinished participations are picked up, and what else has a limit.
 *
 * @param staleAfter a reservation older than this is finished by whoever sees it
 * @param recoverEvery how often this process looks after the pools it knows to be in trouble
 * @param sweepEvery how often all pools are searched for unfinished ones; zero = only at start
 * @param bottlesADay how many strangers' bottles one person picks up on one business day, in one campaign
 */
@Validated
@ConfigurationProperties("merchant.participation")
public record ParticipationSettings(
        @DefaultValue("5s") Duration staleAfter,
        @DefaultValue("2s") Duration recoverEvery,
        @DefaultValue("0s") Duration sweepEvery,
        @DefaultValue("3") @Min(1) @Max(100) int bottlesADay) {}
