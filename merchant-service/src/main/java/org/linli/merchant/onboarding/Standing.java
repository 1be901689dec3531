package org.linli.merchant.onboarding;

import java.time.Instant;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.category.Category;
import org.linli.starter.geo.GeoPoint;

/** What other features need to know of a merchant. */
public record Standing(
        String merchantId,
        String name,
        MerchantStatus status,
        Category category,
        Attachment attachment,
        GeoPoint point,
        Instant registeredAt) {
    public boolean approved() {
        return status == MerchantStatus.APPROVED;
    }

    public String organisationPath() {
        return attachment.organisationPath();
    }

    static Standing of(Merchant merchant) {
        return new Standing(
                merchant.id(),
                merchant.profile().name(),
                merchant.status(),
                merchant.profile().category(),
                merchant.attachment(),
                merchant.profile().point(),
                merchant.registeredAt());
    }
}
