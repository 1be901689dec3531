package org.linli.geosearch.cells;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The memory of map cells.
 *
 * @param enabled off: every search asks the index
 * @param maxDocuments merchants and offers kept at most; about 1 KB each
 * @param maxAge a cell is read anew after half of this; one that could not be is used no longer than this while the
 *     index answers
 * @param maxCells a search over more cells asks the index
 * @param warmUp load the branches' circles at the start, before anybody asks
 */
@Validated
@ConfigurationProperties("linli.cells")
public record CellSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100000") @Min(1) @Max(10_000_000) long maxDocuments,
        @DefaultValue("5m") Duration maxAge,
        @DefaultValue("64") @Min(1) @Max(10_000) int maxCells,
        @DefaultValue("true") boolean warmUp) {}
