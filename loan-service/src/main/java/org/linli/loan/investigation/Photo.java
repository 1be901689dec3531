package org.linli.loan.investigation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.picture.PictureRef;

/**
 * Evidence from the spot (rule L-3): a photo of the shop and its things, or of a voucher.
 *
 * @param takenAt as the device says
 * @param point where, as the device says; normalised
 * @param distanceMeters to the shop, rounded
 * @param limitMeters the limit on the day it came in, inclusive
 * @param sha256 of what is kept
 * @param sha256AsSent of what the device sent
 */
record Photo(
        PictureRef picture,
        Kind kind,
        Instant takenAt,
        GeoPoint point,
        long distanceMeters,
        int limitMeters,
        boolean onTheSpot,
        String sha256,
        String sha256AsSent) {
    enum Kind {
        /** The shop from outside or inside. */
        SHOP,
        STOCK,
        EQUIPMENT,
        RECEIVABLE_VOUCHER,
        CASH_VOUCHER,
        STOCK_VOUCHER,
        /** A contract, a statement of account, a licence. */
        PAPER
    }

    String id() {
        return picture.id();
    }

    /** One that was taken elsewhere shows nothing about the shop. */
    boolean counts() {
        return onTheSpot;
    }

    static Set<String> counting(List<Photo> photos) {
        return photos.stream().filter(Photo::counts).map(Photo::id).collect(Collectors.toSet());
    }

    /** Where it was taken stays out of logs. */
    @Override
    public String toString() {
        return "Photo[" + id() + "]";
    }
}
