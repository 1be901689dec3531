package org.linli.geosearch.index;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which documents count.
 *
 * @param within all of these areas
 * @param keywords null = any text
 * @param sale for offers: claimable at that moment; null for merchants
 * @param open only what is open then; null = whenever
 */
public record Criteria(
        List<Area> within,
        @Nullable String category,
        @Nullable String kind,
        @Nullable Keywords keywords,
        @Nullable Sale sale,
        @Nullable OpenAt open) {

    /**
     * @param nowMillis valid at this moment
     * @param minStock at least so many left, 1 or more
     * @param audiences segments to which whoever asks belongs
     */
    public record Sale(long nowMillis, int minStock, Set<String> audiences) {}

    /** The same in other areas. */
    public Criteria within(List<Area> areas) {
        return new Criteria(areas, category, kind, keywords, sale, open);
    }

    public Criteria withoutFacets() {
        return new Criteria(within, null, null, keywords, sale, open);
    }

    /** What the index can decide and the cells can decide alike: everything but the text and the place. */
    public boolean admits(PlacedDocument document) {
        if (document instanceof OfferDocument offer) {
            return admitsOffer(offer);
        }
        return document instanceof MerchantDocument merchant
                && merchant.live()
                && isWanted(category, merchant.category())
                && (open == null || open.isShopOpen(merchant.shopOpen()));
    }

    private boolean admitsOffer(OfferDocument offer) {
        return isWanted(category, offer.category())
                && isWanted(kind, offer.kind())
                && (sale == null
                        || offer.isOnSale(sale.nowMillis, sale.audiences) && offer.stockLeft() >= sale.minStock)
                && (open == null || offer.isOpen(open));
    }

    private static boolean isWanted(@Nullable String wanted, String is) {
        return wanted == null || wanted.equals(is);
    }

    public boolean contains(PlacedDocument document) {
        for (Area area : within) {
            if (!area.contains(document.location().point())) {
                return false;
            }
        }
        return true;
    }
}
