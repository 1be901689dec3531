package org.linli.geosearch.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A merchant as it is indexed.
 *
 * @param live the merchant is approved
 * @param find what keywords look at; written only, never returned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MerchantDocument(
        String id,
        String name,
        String category,
        boolean live,
        Location location,
        @Nullable FindText find) implements PlacedDocument {}
