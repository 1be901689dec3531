package org.linli.geosearch.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A merchant as it is indexed.
 *
 * @param live the merchant is approved
 * @param shopOpen when it is open; null = not known, or not asked for when reading
 * @param find what keywords look at; written only, never returned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MerchantDocument(
        String id,
        String name,
        String category,
        boolean live,
        Location location,
        @Nullable List<ShopSpan> shopOpen,
        @Nullable FindText find)
        implements PlacedDocument {

    /** Without what the index keeps for searching only. */
    public MerchantDocument asReturned() {
        return new MerchantDocument(id, name, category, live, location, null, null);
    }
}
