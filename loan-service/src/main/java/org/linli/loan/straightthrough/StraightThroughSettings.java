package org.linli.loan.straightthrough;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the path ends.
 *
 * @param automatic whether every new application is tried without anybody asking
 * @param limits per product; a product that is not named goes the normal way
 * @param dailyCount approvals a business day
 * @param dailyAmountFen approved a business day, all together
 * @param sampleEvery of so many cases one goes to a person, whatever the policies say; 0: none
 */
@Validated
@ConfigurationProperties("linli.loan.straight-through")
record StraightThroughSettings(
        boolean automatic,
        @NotNull Map<String, @Valid Limit> limits,
        @Min(0) @Max(5_000) int dailyCount,
        @Min(0) @Max(1_000_000_000_00L) long dailyAmountFen,
        @Min(0) @Max(10_000) int sampleEvery) {
    record Limit(@Min(1) long maxAmountFen, @Min(1) @Max(60) int maxTermMonths) {}
}
