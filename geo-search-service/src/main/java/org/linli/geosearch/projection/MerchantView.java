package org.linli.geosearch.projection;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.linli.events.MerchantEvent;
import org.linli.geosearch.index.ShopSpan;
import org.linli.starter.geo.GeoPoint;

/**
 * A merchant as the events told it.
 *
 * @param open when it is open; null = not known
 */
record MerchantView(
        String id,
        long revision,
        String name,
        String category,
        String branchId,
        GeoPoint point,
        String status,
        @Nullable List<ShopSpan> open,
        List<String> tags)
        implements View {
    private static final String APPROVED = "APPROVED";

    static MerchantView of(MerchantEvent.State merchant, long sequence) {
        return new MerchantView(
                Fields.text(merchant.merchantId(), "merchantId"),
                sequence,
                Fields.text(merchant.name(), "name"),
                Fields.text(merchant.category(), "category"),
                Fields.text(merchant.branchId(), "branchId"),
                Fields.point(merchant.point()),
                Fields.text(merchant.status(), "status"),
                merchant.weeklyHours() == null || merchant.weeklyHours().isEmpty()
                        ? null
                        : Fields.shopHours(merchant.weeklyHours()),
                merchant.tags() == null ? List.of() : List.copyOf(merchant.tags()));
    }

    boolean approved() {
        return status.equals(APPROVED);
    }

    static MerchantView read(Document document) {
        Document is = Fields.of(document);
        return new MerchantView(
                document.getString("_id"),
                document.getLong("revision"),
                is.getString("name"),
                is.getString("category"),
                is.getString("branchId"),
                Fields.readPoint(is),
                is.getString("status"),
                open(is.getList("open", Document.class)),
                is.getList("tags", String.class, List.of()));
    }

    private static @Nullable List<ShopSpan> open(@Nullable List<Document> spans) {
        return spans == null
                ? null
                : spans.stream()
                        .map(span -> new ShopSpan(span.getInteger("gte"), span.getInteger("lt")))
                        .toList();
    }

    @Override
    public Document fields() {
        return Fields.withPoint(point)
                .append("name", name)
                .append("category", category)
                .append("branchId", branchId)
                .append("status", status)
                .append(
                        "open",
                        open == null
                                ? null
                                : open.stream()
                                        .map(span -> new Document("gte", span.gte()).append("lt", span.lt()))
                                        .toList())
                .append("tags", tags);
    }
}
