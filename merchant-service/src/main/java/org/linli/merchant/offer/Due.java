package org.linli.merchant.offer;

import java.time.Instant;

/**
 * When an offer has to be looked at again.
 *
 * @param minute the same in whole minutes since 1970: an index that only knows equality finds it
 */
record Due(Instant at, long minute) {
    static Due at(Instant moment) {
        return new Due(moment, minuteOf(moment));
    }

    static long minuteOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), 60L);
    }
}
