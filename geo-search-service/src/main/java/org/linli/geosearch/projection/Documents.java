package org.linli.geosearch.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.index.FindText;
import org.linli.geosearch.index.IndexWriter.Versioned;
import org.linli.geosearch.index.Location;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.geosearch.index.OfferDocument;
import org.springframework.stereotype.Component;

/**
 * Makes documents of stored views. A document's version is the sum of the revisions it was made from: whoever stores a
 * view reads the others afterwards, so the last one to store always makes the highest sum, and the highest wins.
 */
@Component
class Documents {
    /** Claims change an offer's stock many times and its words never. */
    private static final int TEXTS_REMEMBERED = 10_000;

    private final Views views;
    private final Cache<List<String>, FindText> texts =
            Caffeine.newBuilder().maximumSize(TEXTS_REMEMBERED).build();

    Documents(Views views) {
        this.views = views;
    }

    /** @param searchable with what keywords look at: for the index */
    List<Versioned<MerchantDocument>> ofMerchants(Map<String, MerchantView> merchants, boolean searchable) {
        return merchants.values().stream()
                .map(merchant -> new Versioned<>(document(merchant, searchable), merchant.revision()))
                .toList();
    }

    /** Offers whose merchant is not known yet are left out: the merchant's own event will bring them. */
    List<Versioned<OfferDocument>> ofOffers(Map<String, OfferView> offers, boolean searchable) {
        Set<String> merchantIds =
                offers.values().stream().map(OfferView::merchantId).collect(Collectors.toCollection(HashSet::new));
        return ofOffers(offers, views.merchants.find(merchantIds), searchable);
    }

    List<Versioned<OfferDocument>> ofOffers(
            Map<String, OfferView> offers, Map<String, MerchantView> merchants, boolean searchable) {
        Map<String, StockView> stocks = views.stocks.find(offers.keySet());
        List<Versioned<OfferDocument>> documents = new ArrayList<>();
        for (OfferView offer : offers.values()) {
            MerchantView merchant = merchants.get(offer.merchantId());
            if (merchant != null) {
                StockView stock = stocks.get(offer.id());
                long version = offer.revision() + merchant.revision() + (stock == null ? 0 : stock.revision());
                documents.add(new Versioned<>(document(offer, merchant, stock, searchable), version));
            }
        }
        return documents;
    }

    private MerchantDocument document(MerchantView merchant, boolean searchable) {
        return new MerchantDocument(
                merchant.id(),
                merchant.name(),
                merchant.category(),
                merchant.approved(),
                Location.of(merchant.point()),
                merchant.open(),
                searchable ? find(merchant, merchant.name(), merchant.category()) : null);
    }

    private OfferDocument document(
            OfferView offer, MerchantView merchant, @Nullable StockView stock, boolean searchable) {
        int left = stock == null ? offer.stock() : stock.left();
        return new OfferDocument(
                offer.id(),
                offer.merchantId(),
                merchant.name(),
                offer.title(),
                offer.category(),
                offer.kind(),
                millisUp(offer.validFrom()),
                millisUp(offer.validUntil()),
                left,
                offer.discount(),
                Math.max(0, offer.stock() - left),
                offer.live() && merchant.approved(),
                merchant.approved() ? offer.audience() : null,
                Location.of(merchant.point()),
                offer.open().isEmpty() ? null : offer.open(),
                merchant.open(),
                searchable ? find(merchant, offer.title(), merchant.name(), offer.category()) : null);
    }

    private FindText find(MerchantView merchant, String head, String... more) {
        List<String> fields = new ArrayList<>(List.of(more));
        fields.addAll(merchant.tags());
        List<String> key = new ArrayList<>(fields);
        key.add(head);
        return texts.get(key, same -> FindText.of(head, fields.toArray(String[]::new)));
    }

    /** Rounded up: {@code from <= now} and {@code now < until} then mean the same in whole milliseconds. */
    private static long millisUp(Instant instant) {
        long millis = instant.toEpochMilli();
        return Instant.ofEpochMilli(millis).isBefore(instant) ? millis + 1 : millis;
    }
}
