package org.linli.merchant.onboarding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.category.Category;
import org.linli.starter.geo.GeoPoint;

/** What everybody may see of a merchant. */
record Profile(
        String name,
        Category category,
        String address,
        GeoPoint point,
        @Nullable String openingHours,
        List<String> photos) {

    /** Whether events tell of the difference. */
    boolean looksLike(Profile other) {
        return name.equals(other.name)
                && category == other.category
                && address.equals(other.address)
                && point.equals(other.point);
    }
}
