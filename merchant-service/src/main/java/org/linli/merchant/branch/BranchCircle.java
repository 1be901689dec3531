package org.linli.merchant.branch;

import org.linli.starter.geo.GeoPoint;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** One branch as its latest event describes it; {@code sequence} is that event's number. */
@Document(BranchCircles.COLLECTION)
@TypeAlias("branch")
record BranchCircle(
        @Id String branchId,
        long sequence,
        String organisationPath,
        GeoPoint point,
        int radiusMeters,
        boolean offerReviewRequired,
        boolean closed) {

    /** The edge belongs to the circle (rule G-1). */
    boolean holds(GeoPoint place) {
        return !closed && point.metersTo(place) <= radiusMeters;
    }

    Attachment attachment() {
        return new Attachment(branchId, organisationPath);
    }
}
