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

/** Stores what events say, any number of times, in any order, by any number of instances: the latest stays. */
@Component
class Storing {
    private final Views views;

    Storing(Views views) {
        this.views = views;
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

    /** What a batch was about, whether it changed anything or an earlier one had done so. */
    record Touched(Set<String> merchantIds, Set<String> offerIds) {}

    Touched store(Changes changes) {
        views.branches.putNewer(changes.branches);
        views.merchants.putNewer(changes.merchants);
        views.offers.putNewer(changes.offers);
        views.stocks.putNewer(changes.stocks);

        Set<String> merchantIds = ids(changes.merchants);
        views.cellMerchants.note(views.merchants.find(merchantIds).values());
        Set<String> offerIds = ids(changes.offers);
        views.merchantOffers.note(views.offers.find(offerIds).values());
        offerIds.addAll(ids(changes.stocks));
        return new Touched(merchantIds, offerIds);
    }

    private static Set<String> ids(Collection<? extends View> views) {
        Set<String> ids = new HashSet<>();
        views.forEach(view -> ids.add(view.id()));
        return ids;
    }
}
