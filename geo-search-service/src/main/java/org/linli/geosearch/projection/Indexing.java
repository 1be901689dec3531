package org.linli.geosearch.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.index.IndexWriter;
import org.linli.geosearch.index.IndexWriter.Versioned;
import org.linli.geosearch.index.Location;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.geosearch.index.OfferDocument;
import org.linli.geosearch.index.SearchIndex;
import org.linli.geosearch.index.SearchText;
import org.springframework.stereotype.Component;

/**
 * Carries stored views to the index. A document's version is the sum of the revisions it was made from: whoever stores
 * a view reads the others afterwards, so the last one to store always writes the highest sum, and the highest wins.
 */
@Component
class Indexing {
    private final Views views;
    private final IndexWriter index;

    Indexing(Views views, IndexWriter index) {
        this.views = views;
        this.index = index;
    }

    /** The merchants and their offers, which show the merchant's name and place. */
    void indexMerchants(Collection<String> merchantIds) {
        indexMerchants(views.merchants.find(merchantIds));
        indexOffers(views.merchantOffers.of(merchantIds));
    }

    void indexMerchants(Map<String, MerchantView> merchants) {
        List<Versioned<MerchantDocument>> documents = merchants.values().stream()
                .map(merchant -> new Versioned<>(document(merchant), merchant.revision()))
                .toList();
        index.write(SearchIndex.MERCHANTS, documents);
    }

    /** Offers whose merchant is not known yet are left out: the merchant's own event will bring them. */
    void indexOffers(Collection<String> offerIds) {
        indexOffers(views.offers.find(offerIds));
    }

    void indexOffers(Map<String, OfferView> offers) {
        Map<String, StockView> stocks = views.stocks.find(offers.keySet());
        Set<String> merchantIds =
                offers.values().stream().map(OfferView::merchantId).collect(Collectors.toCollection(HashSet::new));
        Map<String, MerchantView> merchants = views.merchants.find(merchantIds);
        List<Versioned<OfferDocument>> documents = new ArrayList<>();
        for (OfferView offer : offers.values()) {
            MerchantView merchant = merchants.get(offer.merchantId());
            if (merchant != null) {
                StockView stock = stocks.get(offer.id());
                long version = offer.revision() + merchant.revision() + (stock == null ? 0 : stock.revision());
                documents.add(new Versioned<>(document(offer, merchant, stock), version));
            }
        }
        index.write(SearchIndex.OFFERS, documents);
    }

    private static MerchantDocument document(MerchantView merchant) {
        return new MerchantDocument(
                merchant.id(),
                merchant.name(),
                merchant.category(),
                merchant.approved(),
                Location.of(merchant.point()),
                SearchText.of(merchant.name(), merchant.category()));
    }

    private static OfferDocument document(OfferView offer, MerchantView merchant, @Nullable StockView stock) {
        return new OfferDocument(
                offer.id(),
                offer.merchantId(),
                merchant.name(),
                offer.title(),
                offer.category(),
                offer.kind(),
                millisUp(offer.validFrom()),
                millisUp(offer.validUntil()),
                stock == null ? offer.stock() : stock.left(),
                offer.live() && merchant.approved(),
                Location.of(merchant.point()),
                SearchText.of(offer.title(), merchant.name(), offer.category()));
    }

    /** Rounded up: {@code from <= now} and {@code now < until} then mean the same in whole milliseconds. */
    private static long millisUp(Instant instant) {
        long millis = instant.toEpochMilli();
        return Instant.ofEpochMilli(millis).isBefore(instant) ? millis + 1 : millis;
    }
}
