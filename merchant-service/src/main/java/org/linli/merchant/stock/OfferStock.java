package org.linli.merchant.stock;

import java.time.LocalDate;
import java.util.HashMap;
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
 * @param days how many were taken on each of the latest days, see {@link Days}
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
        Map<String, Reservation> reservations,
        Map<String, Integer> days) {

    @SuppressWarnings("ConstantValue") // the store gives null where an older document has nothing
    public OfferStock {
        days = days == null ? Map.of() : days;
    }

    static OfferStock full(String offerId, String merchantId, int total) {
        return new OfferStock(offerId, merchantId, total, total, 0, 0, Map.of(), Map.of());
    }

    public @Nullable Reservation reservationOf(String couponId) {
        return reservations.get(couponId);
    }

    public StockLevel level() {
        return new StockLevel(remaining, revision);
    }

    /** How many were taken on this business day and not given back. */
    public int takenOn(LocalDate day) {
        return days.getOrDefault(Days.name(day), 0);
    }

    /**
     * Those of the wanted, first come first, whose coupon is not reserved yet and for which something is left, also on
     * their day.
     */
    Map<String, Reservation> possible(Map<String, Reservation> wanted, int dailyLimit) {
        Map<String, Reservation> possible = new LinkedHashMap<>();
        Map<String, Integer> taken = new HashMap<>(days);
        wanted.forEach((couponId, reservation) -> {
            boolean dayIsOpen = taken.getOrDefault(reservation.day(), 0) < dailyLimit;
            if (possible.size() < remaining && dayIsOpen && !reservations.containsKey(couponId)) {
                taken.merge(reservation.day(), 1, Integer::sum);
                possible.put(couponId, reservation);
            }
        });
        return possible;
    }
}
