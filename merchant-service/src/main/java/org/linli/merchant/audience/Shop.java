package org.linli.merchant.audience;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.linli.merchant.onboarding.Shopfront;
import org.linli.starter.geo.GeoPoint;

/**
 * A merchant with whom someone had to do, as it was then.
 *
 * @param category the code
 * @param path its place in the organisation tree
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Shop(String id, String category, String path, double lat, double lng) {
    static Shop of(Shopfront front) {
        return new Shop(
                front.merchantId(),
                front.category().code(),
                front.organisationPath(),
                front.point().lat(),
                front.point().lng());
    }

    double metersTo(GeoPoint other) {
        return new GeoPoint(lat, lng).metersTo(other);
    }
}
