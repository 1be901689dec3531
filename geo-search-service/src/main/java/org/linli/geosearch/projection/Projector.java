package org.linli.geosearch.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.linli.events.BranchEvent;
import org.linli.events.DomainEvent;
import org.linli.events.MerchantEvent;
import org.linli.events.OfferEvent;
import org.springframework.stereotype.Component;

/**
 * Stores what events say and brings the index up to date. Any number of times, in any order: whatever was touched is
 * read back and indexed, whether this call changed it or an earlier one that died half-way.
 */
@Component
class Projector {
    private final Views views;
    private final Indexing indexing;

    Projector(Views views, Indexing indexing) {
        this.views = views;
        this.indexing = indexing;
    }

    /** One batch of checked events, coalesced: of one thing only the latest state is stored. */
    static final class Changes {
        final List<BranchView> branches = new ArrayList<>();
        final List<MerchantView> merchants = new ArrayList<>();
        final List<OfferView> offers = new ArrayList<>();
        final List<StockView> stocks = new ArrayList<>();

        /** @throws org.linli.events.MalformedEventException when the event lacks something it must have */
        void add(DomainEvent event, long sequence) {
            if (event instanceof BranchEvent branch) {
                Fields.present(branch.branch(), "branch");
                branches.add(BranchView.of(branch, sequence));
            } else if (event instanceof MerchantEvent merchant) {
                merchants.add(MerchantView.of(Fields.present(merchant.merchant(), "merchant"), sequence));
            } else if (event instanceof OfferEvent offer) {
                OfferEvent.State state = Fields.present(offer.offer(), "offer");
                // Sold out says something of the stock only, ordered by the stock's own revision.
                if (!(event instanceof OfferEvent.SoldOut)) {
                    offers.add(OfferView.of(state, sequence));
                }
            }
            StockView.of(event).ifPresent(stocks::add);
        }
    }

    void apply(Changes changes) {
        views.branches.putNewer(changes.branches);
        views.merchants.putNewer(changes.merchants);
        views.offers.putNewer(changes.offers);
        views.stocks.putNewer(changes.stocks);

        Set<String> offerIds = ids(changes.offers);
        views.merchantOffers.note(views.offers.find(offerIds).values());
        offerIds.addAll(ids(changes.stocks));

        Set<String> merchantIds = ids(changes.merchants);
        if (!merchantIds.isEmpty()) {
            indexing.indexMerchants(merchantIds);
        }
        if (!offerIds.isEmpty()) {
            indexing.indexOffers(offerIds);
        }
    }

    private static Set<String> ids(Collection<? extends View> views) {
        Set<String> ids = new HashSet<>();
        views.forEach(view -> ids.add(view.id()));
        return ids;
    }
}
