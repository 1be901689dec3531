package org.linli.merchant.audience;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.merchant.branch.Branches;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Shopfront;
import org.linli.starter.geo.GeoPoint;
import org.springframework.stereotype.Component;

/** Now, with the places that rules name looked up once each. */
@Component
class Moments {
    private final Branches branches;
    private final MerchantDirectory merchants;
    private final Clock clock;

    Moments(Branches branches, MerchantDirectory merchants, Clock clock) {
        this.branches = branches;
        this.merchants = merchants;
        this.clock = clock;
    }

    Moment now() {
        return new Now(BankDay.of(clock.instant()), new HashMap<>());
    }

    Optional<GeoPoint> place(Rule.Centre centre) {
        if (centre.point() != null) {
            return Optional.of(centre.point());
        }
        String merchantId = centre.merchantId();
        return merchantId != null
                ? Optional.ofNullable(merchants.shopfronts(List.of(merchantId)).get(merchantId))
                        .map(Shopfront::point)
                : Optional.ofNullable(centre.branchId()).flatMap(branches::place);
    }

    private final class Now implements Moment {
        private final int today;
        private final Map<Rule.Centre, Optional<GeoPoint>> places;

        private Now(int today, Map<Rule.Centre, Optional<GeoPoint>> places) {
            this.today = today;
            this.places = places;
        }

        @Override
        public int today() {
            return today;
        }

        @Override
        public Optional<GeoPoint> place(Rule.Centre centre) {
            return places.computeIfAbsent(centre, Moments.this::place);
        }
    }
}
