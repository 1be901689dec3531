package org.linli.merchant.onboarding;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.branch.Branches;
import org.linli.starter.geo.GeoPoint;
import org.springframework.stereotype.Component;

/**
 * Where a merchant belongs (rule M-1): to the nearest branch whose circle holds it; where none does, to the branch that
 * head office gave it to, as long as that is open; else to head office's pool.
 */
@Component
class Placing {
    private final Branches branches;

    Placing(Branches branches) {
        this.branches = branches;
    }

    /** @param place where it is, or will be after a better set pin */
    Attachment of(Merchant merchant, GeoPoint place) {
        return of(merchant.assignedBranchId(), branches.attach(place));
    }

    Attachment of(Merchant merchant, Function<GeoPoint, Attachment> attaching) {
        return of(
                merchant.assignedBranchId(), attaching.apply(merchant.profile().point()));
    }

    private Attachment of(@Nullable String byHand, Attachment byCircle) {
        return byHand == null || !byCircle.equals(Attachment.HEAD_OFFICE)
                ? byCircle
                : branches.open(byHand).orElse(byCircle);
    }
}
