package org.linli.geosearch.projection;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The collections of this service. */
@Component
class Views {
    final ViewCollection<BranchView> branches;
    final ViewCollection<MerchantView> merchants;
    final ViewCollection<OfferView> offers;
    final ViewCollection<StockView> stocks;
    final MerchantOffers merchantOffers;
    final CellMerchants cellMerchants;

    Views(MongoOperations mongo) {
        branches = new ViewCollection<>(mongo, "branches", BranchView::read);
        merchants = new ViewCollection<>(mongo, "merchants", MerchantView::read);
        offers = new ViewCollection<>(mongo, "offers", OfferView::read);
        stocks = new ViewCollection<>(mongo, "stocks", StockView::read);
        merchantOffers = new MerchantOffers(mongo);
        cellMerchants = new CellMerchants(mongo);
    }
}
