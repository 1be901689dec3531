package org.linli.merchant.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** Shows a reviewer which merchants may be the same business (rule M-1). */
@Service
class Duplicates {
    private static final int AT_MOST = 20;

    private final MerchantReview review;
    private final Merchants merchants;

    Duplicates(MerchantReview review, Merchants merchants) {
        this.review = review;
        this.merchants = merchants;
    }

    record Double(Merchant merchant, Set<Likeness> because) {}

    /** @param elsewhere how many more there are outside the caller's data scope, of which nothing else is told (P-1) */
    record Found(List<Double> doubles, int elsewhere) {}

    /** Empty when there is no such merchant in the caller's scope. */
    Optional<Found> of(Caller staff, String merchantId) {
        return review.find(staff, merchantId).map(merchant -> {
            List<Double> doubles = new ArrayList<>();
            int elsewhere = 0;
            for (Merchant other : merchants.resembling(merchant)) {
                Set<Likeness> because = Likeness.between(merchant, other);
                if (other.id().equals(merchant.id()) || because.isEmpty()) {
                    continue;
                }
                if (!staff.oversees(other.attachment().organisationPath())) {
                    elsewhere++;
                } else if (doubles.size() < AT_MOST) {
                    doubles.add(new Double(other, because));
                }
            }
            return new Found(doubles, elsewhere);
        });
    }
}
