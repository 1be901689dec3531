package org.linli.loan.contract.signing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param timeout how long one answer is waited for
 * @param callbackSecret with which the platform signs its calls; empty: none is believed
 */
@Validated
@ConfigurationProperties("linli.loan.signing")
record SigningSettings(
        @NotBlank String url,
        @DurationMin(millis = 50) @DurationMax(seconds = 30) Duration timeout,
        @NotNull String callbackSecret) {}
