package org.linli.loan.bureau;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param timeout of one call
 * @param attempts calls of one question, the first included; a read may be repeated
 * @param maxReportAgeDays older reports are refused (rule L-7)
 * @param retryAfter pauses of a waiting case; the last one repeats
 * @param batch waiting cases asked about in one round
 */
@Validated
@ConfigurationProperties("linli.loan.bureau")
public record BureauSettings(
        @NotBlank String url,

        @NotNull @DurationMin(millis = 100) @DurationMax(seconds = 10)
        Duration timeout,

        @Min(1) @Max(5) int attempts,
        @Min(1) @Max(90) int maxReportAgeDays,
        @NotEmpty List<@NotNull @DurationMin(seconds = 1) Duration> retryAfter,
        @Min(1) @Max(500) int batch) {

    Duration pauseAfter(int failures) {
        return retryAfter.get(Math.min(Math.max(failures, 1), retryAfter.size()) - 1);
    }
}
