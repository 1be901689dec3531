package org.linli.geosearch.nearby;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the search.
 *
 * @param cursorLife how long a page's {@code next} may be used
 * @param maxTiles a map view with more tiles is refused
 */
@Validated
@ConfigurationProperties("linli.nearby")
record NearbySettings(
        @DefaultValue("15m") Duration cursorLife,
        @DefaultValue("4096") @Min(1) @Max(5_000) int maxTiles) {}
