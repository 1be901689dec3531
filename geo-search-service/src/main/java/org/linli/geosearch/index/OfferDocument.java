package org.linli.geosearch.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An offer as it is indexed, joined with its merchant: all that one search result shows.
 *
 * @param live the offer is live and its merchant approved; the window and the stock are judged when searching
 * @param validFrom milliseconds since 1970, inclusive
 * @param validUntil milliseconds since 1970, exclusive
 * @param text {@link SearchText} of title, merchant and category; written only, never returned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferDocument(
        String id,
        String merchantId,
        String merchantName,
        String title,
        String category,
        String kind,
        long validFrom,
        long validUntil,
        int stockLeft,
        boolean live,
        Location location,
        @Nullable String text)
        implements PlacedDocument {}
