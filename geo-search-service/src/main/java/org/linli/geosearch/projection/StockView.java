package org.linli.geosearch.projection;

import java.util.Optional;
import org.bson.Document;
import org.linli.events.CouponEvent;
import org.linli.events.DomainEvent;
import org.linli.events.OfferEvent;

/** How many coupons of an offer are left; ordered by the stock's own revision, whatever event brings it. */
record StockView(String id, long revision, int left) implements View {

    static Optional<StockView> of(DomainEvent event) {
        if (event instanceof CouponEvent.Claimed claimed) {
            return Optional.of(new StockView(
                    Fields.text(claimed.offerId(), "offerId"), claimed.stockRevision(), claimed.stockLeft()));
        }
        if (event instanceof OfferEvent.SoldOut soldOut) {
            return Optional.of(
                    new StockView(Fields.text(soldOut.offer().offerId(), "offerId"), soldOut.stockRevision(), 0));
        }
        if (event instanceof OfferEvent.StockChanged changed) {
            return Optional.of(new StockView(
                    Fields.text(changed.offer().offerId(), "offerId"), changed.stockRevision(), changed.stockLeft()));
        }
        return Optional.empty();
    }

    static StockView read(Document document) {
        return new StockView(
                document.getString("_id"),
                document.getLong("revision"),
                Fields.of(document).getInteger("left"));
    }

    @Override
    public Document fields() {
        return new Document("left", left);
    }
}
