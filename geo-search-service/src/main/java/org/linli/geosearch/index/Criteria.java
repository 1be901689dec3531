package org.linli.geosearch.index;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which documents count.
 *
 * @param within all of these circles
 * @param words each must occur in the text; from {@link SearchText#words}
 * @param onSaleAt for offers: valid at this moment and not sold out; null for merchants
 */
public record Criteria(
        List<Circle> within,
        @Nullable String category,
        @Nullable String kind,
        List<String> words,
        @Nullable Instant onSaleAt) {}
