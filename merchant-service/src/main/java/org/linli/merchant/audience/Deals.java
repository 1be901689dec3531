package org.linli.merchant.audience;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Someone's coupons, each once. */
record Deals(List<Deal> all) {
    private static final Comparator<Deal> NEWEST_FIRST =
            Comparator.comparingInt(Deal::latest).reversed().thenComparing(Deal::couponId);

    Deals {
        all = List.copyOf(all);
    }

    Deals with(Deal deal) {
        return and(new Deals(List.of(deal)));
    }

    /** What is in both is what both say together. */
    Deals and(Deals other) {
        Map<String, Deal> byCoupon = new LinkedHashMap<>();
        Stream.concat(all.stream(), other.all.stream())
                .forEach(deal -> byCoupon.merge(deal.couponId(), deal, Deal::and));
        return new Deals(List.copyOf(byCoupon.values()));
    }

    /** Those of these days, the newest if there are too many. */
    Deals since(int day, int most) {
        return new Deals(all.stream()
                .filter(deal -> deal.latest() >= day || deal.isUntold())
                .sorted(NEWEST_FIRST)
                .limit(most)
                .collect(Collectors.toList()));
    }
}
