package org.linli.starter.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The relay's settings.
 *
 * @param lanes threads; one aggregate always uses the same
 * @param patience how long a lane waits in a rush for more to send together; nobody waits for it
 * @param sweepEvery period of a full sweep; zero = only at start and after an overflow. Set it where several replicas
 *     run, so that the others pick up what a lost one left; leave it zero on a store without indexes on arrays
 */
@Validated
@ConfigurationProperties("linli.outbox")
record OutboxSettings(
        @DefaultValue("2") @Min(1) @Max(16) int lanes,
        @DefaultValue("200") @Min(1) @Max(1000) int batchSize,
        @DefaultValue("50000") @Min(100) int queueCapacity,
        @DefaultValue("20ms") Duration patience,
        @DefaultValue("15s") Duration sendTimeout,
        @DefaultValue("200ms") Duration firstBackOff,
        @DefaultValue("5s") Duration longestBackOff,
        @DefaultValue("0s") Duration sweepEvery) {}
