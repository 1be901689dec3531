package org.linli.merchant.audience;

import java.util.Optional;
import org.linli.starter.geo.GeoPoint;

/** When a rule is asked, and where what it names is at that time. */
interface Moment {
    /** Of the bank's calendar, counted from 1970-01-01. */
    int today();

    /** Empty when there is no such place any more: nobody is near it. */
    Optional<GeoPoint> place(Rule.Centre centre);
}
