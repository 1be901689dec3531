package org.linli.starter.geo;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A point as JSON carries it: {@code {"lat":30.2,"lng":120.1,"crs":"GCJ02"}}; without {@code crs} it is GCJ-02. */
public record LocatedPoint(
        @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
        @NotNull @DecimalMin("-180") @DecimalMax("180") Double lng,
        @Nullable Crs crs) {

    public static LocatedPoint of(GeoPoint point, Crs crs) {
        GeoPoint there = point.as(crs);
        return new LocatedPoint(there.lat(), there.lng(), crs);
    }

    public GeoPoint normalised() {
        return GeoPoint.of(lat, lng, crs == null ? Crs.GCJ02 : crs);
    }
}
