package org.linli.starter.picture;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param maxUpload of the file as it was sent
 * @param minSide the shorter side at least, in pixels: less shows nothing
 * @param maxSide the longer side at most
 * @param maxPixels of the whole picture: a small file may claim to be huge
 * @param keptSide longer pictures are scaled down to this
 * @param atOnce pictures being worked on at the same time; each takes memory
 * @param arrivingFor an upload that was cut off is removed after this time
 */
@Validated
@ConfigurationProperties("linli.pictures")
record PictureSettings(
        @DefaultValue("2MB") @NotNull DataSize maxUpload,
        @DefaultValue("100") @Min(1) int minSide,
        @DefaultValue("12000") @Min(100) @Max(30_000) int maxSide,
        @DefaultValue("50000000") @Min(10_000) long maxPixels,
        @DefaultValue("2048") @Min(100) @Max(8_000) int keptSide,
        @DefaultValue("2") @Min(1) @Max(16) int atOnce,
        @DefaultValue("1h") @NotNull Duration arrivingFor,
        @DefaultValue("1m") @NotNull Duration sweepEvery) {}
