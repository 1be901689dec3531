package org.linli.geosearch.projection;

import java.util.Map;
import org.linli.geosearch.index.IndexWriter;
import org.linli.geosearch.index.SearchIndex;
import org.springframework.stereotype.Component;

/** Carries stored views to the index. */
@Component
class Indexing {
    private final Views views;
    private final Documents documents;
    private final IndexWriter index;

    Indexing(Views views, Documents documents, IndexWriter index) {
        this.views = views;
        this.documents = documents;
        this.index = index;
    }

    /** What was touched; of a merchant also the offers, which show its name and place. */
    void index(Storing.Touched touched) {
        if (!touched.merchantIds().isEmpty()) {
            indexMerchants(views.merchants.find(touched.merchantIds()));
            indexOffers(views.offers.find(views.merchantOffers.of(touched.merchantIds())));
        }
        if (!touched.offerIds().isEmpty()) {
            indexOffers(views.offers.find(touched.offerIds()));
        }
    }

    void indexMerchants(Map<String, MerchantView> merchants) {
        index.write(SearchIndex.MERCHANTS, documents.ofMerchants(merchants, true));
    }

    void indexOffers(Map<String, OfferView> offers) {
        index.write(SearchIndex.OFFERS, documents.ofOffers(offers, true));
    }
}
