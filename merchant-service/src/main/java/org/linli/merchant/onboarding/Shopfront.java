package org.linli.merchant.onboarding;

import org.linli.merchant.category.Category;
import org.linli.starter.geo.GeoPoint;

/** Where a merchant is and what it deals in. */
public record Shopfront(String merchantId, Category category, String organisationPath, GeoPoint point) {
    static Shopfront of(Merchant merchant) {
        return new Shopfront(
                merchant.id(),
                merchant.profile().category(),
                merchant.attachment().organisationPath(),
                merchant.profile().point());
    }
}
