package org.linli.geosearch.projection;

import org.bson.Document;
import org.linli.events.BranchEvent;
import org.linli.starter.geo.GeoPoint;

record BranchView(String id, long revision, String name, GeoPoint point, int radiusMeters, boolean open)
        implements View {

    static BranchView of(BranchEvent event, long sequence) {
        BranchEvent.State branch = event.branch();
        return new BranchView(
                Fields.text(branch.branchId(), "branchId"),
                sequence,
                Fields.text(branch.name(), "name"),
                Fields.point(branch.point()),
                branch.radiusMeters(),
                !(event instanceof BranchEvent.Closed));
    }

    static BranchView read(Document document) {
        Document is = Fields.of(document);
        return new BranchView(
                document.getString("_id"),
                document.getLong("revision"),
                is.getString("name"),
                Fields.readPoint(is),
                is.getInteger("radiusMeters"),
                is.getBoolean("open"));
    }

    @Override
    public Document fields() {
        return Fields.withPoint(point)
                .append("name", name)
                .append("radiusMeters", radiusMeters)
                .append("open", open);
    }
}
