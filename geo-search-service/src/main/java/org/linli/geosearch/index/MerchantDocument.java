package org.linli.geosearch.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A merchant as it is indexed.
 *
 * @param live the merchant is approved
 * @param text {@link SearchText} of name and category; written only, never returned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MerchantDocument(
        String id,
        String name,
        String category,
        boolean live,
        Location location,
        @Nullable String text) implements PlacedDocument {}
