package org.linli.geosearch.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An offer as it is indexed, joined with its merchant: all that one search result shows, and what it is sorted by.
 *
 * @param live the offer is live, for everybody, and its merchant approved; the window and the stock are judged when searching
 * @param validFrom milliseconds since 1970, inclusive
 * @param validUntil milliseconds since 1970, exclusive
 * @param discount ten-thousandths of the price that are saved at best, rounded down; a gift saves none
 * @param claimed how many of its coupons are taken
 * @param audience the only segment for which it is live; null = everybody's or nobody's, as {@code live} says
 * @param open when its coupons can be used; null = always, or not asked for when reading
 * @param shopOpen when its merchant is open; null = not known, or not asked for when reading
 * @param find what keywords look at; written only, never returned
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
        int discount,
        int claimed,
        boolean live,
        @Nullable String audience,
        Location location,
        @Nullable List<WeekSpan> open,
        @Nullable List<ShopSpan> shopOpen,
        @Nullable FindText find)
        implements PlacedDocument {

    /**
     * Whether one can claim it at this moment; the same is asked of the index by {@code IndexQuery}.
     *
     * @param audiences segments that one belongs to
     */
    public boolean isOnSale(long nowMillis, Set<String> audiences) {
        return (live || audience != null && audiences.contains(audience))
                && validFrom <= nowMillis
                && nowMillis < validUntil
                && stockLeft > 0;
    }

    /** Whether anybody may see it at all. */
    public boolean mayBeSeenBySomebody() {
        return live || audience != null;
    }

    /** Without what the index keeps for searching only. */
    public OfferDocument asReturned() {
        return new OfferDocument(
                id,
                merchantId,
                merchantName,
                title,
                category,
                kind,
                validFrom,
                validUntil,
                stockLeft,
                discount,
                claimed,
                live,
                audience,
                location,
                null,
                null,
                null);
    }

    /** Whether its coupons can be used and its merchant is open. */
    boolean isOpen(OpenAt at) {
        return (open == null || open.stream().anyMatch(span -> span.holds(at.minuteOfWeek())))
                && at.isShopOpen(shopOpen);
    }
}
