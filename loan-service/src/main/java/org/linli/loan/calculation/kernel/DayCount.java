package org.linli.loan.calculation.kernel;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** Which part of a year a period is, as an exact fraction: units of the period over units of the year. */
public enum DayCount {
    /** Every month is a twelfth of the year, whatever its days. */
    D30_360(12),
    /** Real days over 360. */
    ACT_360(360),
    /** Real days over 365, in leap years too. */
    ACT_365(365);

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final int unitsPerYear;

    DayCount(int unitsPerYear) {
        this.unitsPerYear = unitsPerYear;
    }

    /**
     * Interest in fen on a balance that stays unchanged over the period; one division, rounded HALF_UP.
     *
     * @param months whole months between the two dates
     */
    long interestFen(long balanceFen, BigDecimal annualRatePercent, LocalDate from, LocalDate to, int months) {
        long units = this == D30_360 ? months : DAYS.between(from, to);
        return annualRatePercent
                .multiply(BigDecimal.valueOf(balanceFen))
                .multiply(BigDecimal.valueOf(units))
                .divide(PERCENT.multiply(BigDecimal.valueOf(unitsPerYear)), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
