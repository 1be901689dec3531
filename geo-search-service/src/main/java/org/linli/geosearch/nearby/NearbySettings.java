package org.linli.geosearch.nearby;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.linli.geosearch.index.Holidays;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the search.
 *
 * @param cursorLife how long a page's {@code next} may be used
 * @param maxTiles a map view with more tiles is refused
 * @param holidays public holidays: dates, or ranges as {@code 2026-10-01/2026-10-07}
 * @param workingDays days of weekends on which the country works instead
 */
@Validated
@ConfigurationProperties("linli.nearby")
record NearbySettings(
        @DefaultValue("15m") Duration cursorLife,
        @DefaultValue("4096") @Min(1) @Max(5_000) int maxTiles,
        @DefaultValue List<String> holidays,
        @DefaultValue List<String> workingDays) {

    Holidays calendar() {
        return Holidays.of(holidays, workingDays);
    }
}
