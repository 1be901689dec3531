package org.linli.geosearch.projection;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.linli.events.OfferEvent;
import org.linli.geosearch.index.WeekSpan;

/** An offer without what is left of its stock: that has a revision of its own, see {@link StockView}. */
record OfferView(
        String id,
        long revision,
        String merchantId,
        String title,
        String kind,
        String category,
        Instant validFrom,
        Instant validUntil,
        int stock,
        String status,
        int discount,
        List<WeekSpan> open,
        @Nullable String segmentId)
        implements View {
    /** A scheduled one counts as live: whether its window has begun is judged when searching. */
    private static final Set<String> LIVE = Set.of("LIVE", "SCHEDULED");

    private static final String ENDED = "ENDED";

    static OfferView of(OfferEvent.State offer, long sequence) {
        return new OfferView(
                Fields.text(offer.offerId(), "offerId"),
                sequence,
                Fields.text(offer.merchantId(), "merchantId"),
                Fields.text(offer.title(), "title"),
                Fields.text(offer.kind(), "kind"),
                Fields.text(offer.category(), "category"),
                Fields.present(offer.validFrom(), "validFrom"),
                Fields.present(offer.validUntil(), "validUntil"),
                offer.stock(),
                Fields.text(offer.status(), "status"),
                Discount.of(offer),
                open(offer),
                offer.conditions() == null ? null : offer.conditions().segmentId());
    }

    private static List<WeekSpan> open(OfferEvent.State offer) {
        if (offer.conditions() == null || offer.conditions().weeklyHours() == null) {
            return List.of();
        }
        return offer.conditions().weeklyHours().stream()
                .flatMap(hours -> Fields.week(hours).stream())
                .toList();
    }

    /** For everybody. */
    boolean live() {
        return LIVE.contains(status) && segmentId == null;
    }

    /** The only ones for whom it is live; null when it is for everybody, or for nobody. */
    @Nullable String audience() {
        return LIVE.contains(status) ? segmentId : null;
    }

    /** Ended is final: nothing about the merchant can make it visible again. */
    boolean ended() {
        return status.equals(ENDED);
    }

    static OfferView read(Document document) {
        Document is = Fields.of(document);
        return new OfferView(
                document.getString("_id"),
                document.getLong("revision"),
                is.getString("merchantId"),
                is.getString("title"),
                is.getString("kind"),
                is.getString("category"),
                is.getDate("validFrom").toInstant(),
                is.getDate("validUntil").toInstant(),
                is.getInteger("stock"),
                is.getString("status"),
                is.getInteger("discount", 0),
                is.getList("open", Document.class, List.of()).stream()
                        .map(span -> new WeekSpan(span.getInteger("gte"), span.getInteger("lt")))
                        .toList(),
                is.getString("segmentId"));
    }

    @Override
    public Document fields() {
        return new Document("merchantId", merchantId)
                .append("title", title)
                .append("kind", kind)
                .append("category", category)
                .append("validFrom", validFrom)
                .append("validUntil", validUntil)
                .append("stock", stock)
                .append("status", status)
                .append("discount", discount)
                .append(
                        "open",
                        open.stream()
                                .map(span -> new Document("gte", span.gte()).append("lt", span.lt()))
                                .toList())
                .append("segmentId", segmentId);
    }
}
