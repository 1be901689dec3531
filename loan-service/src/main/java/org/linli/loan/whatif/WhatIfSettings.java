package org.linli.loan.whatif;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param batch cases between two checkpoints
 * @param mostCases of one run
 * @param lease after so long without a checkpoint another instance takes a run over
 */
@Validated
@ConfigurationProperties("linli.loan.what-if")
record WhatIfSettings(
        @Min(1) @Max(10_000) int batch,
        @Min(1) @Max(1_000_000) int mostCases,

        @NotNull @DurationMin(seconds = 5) @DurationMax(minutes = 30)
        Duration lease) {}
