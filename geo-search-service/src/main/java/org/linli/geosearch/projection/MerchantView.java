package org.linli.geosearch.projection;

import org.bson.Document;
import org.linli.events.MerchantEvent;
import org.linli.starter.geo.GeoPoint;

record MerchantView(
        String id, long revision, String name, String category, String branchId, GeoPoint point, String status)
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
                Fields.text(merchant.status(), "status"));
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
                is.getString("status"));
    }

    @Override
    public Document fields() {
        return Fields.withPoint(point)
                .append("name", name)
                .append("category", category)
                .append("branchId", branchId)
                .append("status", status);
    }
}
