package org.linli.loan.policy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param sourceTimeout how long all sources together may take; who has not answered then is unknown
 * @param threads sources asked at the same time, of all cases together
 * @param queued questions that wait for a thread; more are asked by whoever wants to know
 */
@Validated
@ConfigurationProperties("linli.loan.policy")
record PolicySettings(
        @NotNull @DurationMin(millis = 100) @DurationMax(seconds = 20)
        Duration sourceTimeout,

        @Min(1) @Max(200) int threads,
        @Min(1) @Max(10_000) int queued) {}
