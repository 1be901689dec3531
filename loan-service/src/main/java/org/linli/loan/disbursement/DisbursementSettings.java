package org.linli.loan.disbursement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How money is moved.
 *
 * @param workEvery how often unfinished disbursements are looked for
 * @param firstWait after the first trouble with the core bank; doubled with every further one
 * @param longestWait never longer than this
 * @param lease how long one attempt has for itself before another may begin; longer than the core bank is waited for
 * @param reversibleDays how many days after the disbursement it may be taken back
 * @param leastDrawFen the smallest draw from a line
 */
@Validated
@ConfigurationProperties("linli.loan.disbursement")
record DisbursementSettings(
        @DurationMin(millis = 50) @DurationMax(hours = 1) Duration workEvery,
        @DurationMin(millis = 10) @DurationMax(hours = 1) Duration firstWait,
        @DurationMin(millis = 10) @DurationMax(hours = 24) Duration longestWait,
        @DurationMin(millis = 100) @DurationMax(hours = 1) Duration lease,
        @Min(0) @Max(30) int reversibleDays,
        @Min(1) long leastDrawFen) {
    private static final int MOST_DOUBLINGS = 20;

    Duration waitAfter(int tries) {
        Duration doubled = firstWait.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), MOST_DOUBLINGS));
        return doubled.compareTo(longestWait) < 0 ? doubled : longestWait;
    }
}
