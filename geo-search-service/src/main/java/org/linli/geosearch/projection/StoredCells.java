package org.linli.geosearch.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.geosearch.cells.CellSource;
import org.linli.geosearch.cells.Grid.CellId;
import org.linli.geosearch.index.IndexWriter.Versioned;
import org.linli.geosearch.index.PlacedDocument;
import org.springframework.stereotype.Component;

/** Reads a cell from the stored views, which are never behind the index: by ids only, a few requests. */
@Component
class StoredCells implements CellSource {
    private static final int PAGE = 500;

    private final Views views;
    private final Documents documents;

    StoredCells(Views views, Documents documents) {
        this.views = views;
        this.documents = documents;
    }

    @Override
    public List<Versioned<? extends PlacedDocument>> load(CellId cell) {
        Set<String> merchantIds = views.cellMerchants.of(cell);
        Map<String, MerchantView> merchants = views.merchants.find(merchantIds);
        List<Versioned<? extends PlacedDocument>> found = new ArrayList<>(documents.ofMerchants(merchants, false));
        List<String> offerIds = new ArrayList<>(views.merchantOffers.of(merchantIds));
        for (int from = 0; from < offerIds.size(); from += PAGE) {
            List<String> page = offerIds.subList(from, Math.min(from + PAGE, offerIds.size()));
            found.addAll(documents.ofOffers(views.offers.find(page), merchants, false));
        }
        return found;
    }

    /** What was touched, as it is stored now; of a merchant also the offers. */
    List<Versioned<? extends PlacedDocument>> touched(Storing.Touched touched) {
        List<Versioned<? extends PlacedDocument>> changes = new ArrayList<>();
        if (!touched.merchantIds().isEmpty()) {
            changes.addAll(documents.ofMerchants(views.merchants.find(touched.merchantIds()), false));
            Set<String> offerIds = views.merchantOffers.of(touched.merchantIds());
            changes.addAll(documents.ofOffers(views.offers.find(offerIds), false));
        }
        if (!touched.offerIds().isEmpty()) {
            changes.addAll(documents.ofOffers(views.offers.find(touched.offerIds()), false));
        }
        return changes;
    }
}
