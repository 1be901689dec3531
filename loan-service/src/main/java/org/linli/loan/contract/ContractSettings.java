package org.linli.loan.contract;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How contracts are made.
 *
 * @param bankName as printed and as the signing platform knows it
 * @param bankPhone whom the signing platform asks for the bank's seal
 * @param font a TrueType file with Chinese characters; empty: the one that comes with the service
 * @param signingDays how many days the parties have
 * @param lookEvery how often an open signing is asked for
 */
@Validated
@ConfigurationProperties("linli.loan.contract")
record ContractSettings(
        @NotBlank String bankName,
        @NotBlank String bankPhone,
        @NotNull String font,
        @Min(1) @Max(60) int signingDays,
        @DurationMin(millis = 100) @DurationMax(hours = 1) Duration lookEvery) {}
