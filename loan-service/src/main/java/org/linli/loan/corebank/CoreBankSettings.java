package org.linli.loan.corebank;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param timeout how long one answer is waited for */
@Validated
@ConfigurationProperties("linli.loan.core-bank")
record CoreBankSettings(
        @NotBlank String url,
        @DurationMin(millis = 50) @DurationMax(seconds = 30) Duration timeout) {}
