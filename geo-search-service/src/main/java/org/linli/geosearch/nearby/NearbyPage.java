package org.linli.geosearch.nearby;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of what is near.
 *
 * @param next the {@code after} of the following page, absent on the last
 * @param facets by field how many there are of each value, the field's own filter left aside; only when asked for
 * @param stale true when the index is away and memory answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NearbyPage<T>(
        List<T> items,
        @Nullable String next,
        @Nullable Map<String, Map<String, Long>> facets,
        @Nullable Boolean stale) {}
