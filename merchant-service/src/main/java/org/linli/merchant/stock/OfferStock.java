package org.linli.merchant.stock;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The stock of one offer. Always: total = remaining + coupons + reservations whose coupon is not there yet.
 *
 * @param revision grows with every change of {@code remaining}
 * @param open how many reservations there are; indexed, so that recovery finds them
 * @param reservations by coupon id, which makes a second reservation of the same slot impossible
 */
@Document(Stocks.COLLECTION)
@TypeAlias("stock")
public record OfferStock(
        @Id String offerId,
        String merchantId,
        int total,
        int remaining,
        long revision,
        @Indexed int open,
        Map<String, Reservation> reservations) {

    static OfferStock full(String offerId, String merchantId, int total) {
        return new OfferStock(offerId, merchantId, total, total, 0, 0, Map.of());
    }

    public @Nullable Reservation reservationOf(String couponId) {
        return reservations.get(couponId);
    }

    public StockLevel level() {
        return new StockLevel(remaining, revision);
    }

    /** Those of the wanted, first come first, whose coupon is not reserved yet and for which something is left. */
    Map<String, Reservation> possible(Map<String, Reservation> wanted) {
        Map<String, Reservation> possible = new LinkedHashMap<>();
        wanted.forEach((couponId, reservation) -> {
            if (possible.size() < remaining && !reservations.containsKey(couponId)) {
                possible.put(couponId, reservation);
            }
        });
        return possible;
    }
}
