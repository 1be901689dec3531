package org.linli.loan.calculation.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The equal instalment: P * i * (1+i)^n / ((1+i)^n - 1) with i = a twelfth of the annual rate, whatever the day count.
 * With i = a/b in whole numbers the payment is the exact fraction P*a*(a+b)^n / (b*((a+b)^n - b^n)), so the only rounding
 * is the last one.
 */
final class LevelPayment {
    private static final int RATE_DECIMALS = 6;
    private static final BigInteger RATE_UNITS_PER_MONTHLY_ONE = BigInteger.valueOf(1_200_000_000L);

    private LevelPayment() {}

    /** In fen, HALF_UP; P/n when there is no interest. */
    static long fen(long principalFen, BigDecimal annualRatePercent, int instalments) {
        BigInteger principal = BigInteger.valueOf(principalFen);
        BigInteger rate = annualRatePercent.movePointRight(RATE_DECIMALS).toBigIntegerExact();
        if (rate.signum() == 0) {
            return roundHalfUp(principal, BigInteger.valueOf(instalments));
        }
        BigInteger common = rate.gcd(RATE_UNITS_PER_MONTHLY_ONE);
        BigInteger a = rate.divide(common);
        BigInteger b = RATE_UNITS_PER_MONTHLY_ONE.divide(common);
        BigInteger grown = a.add(b).pow(instalments);
        return roundHalfUp(principal.multiply(a).multiply(grown), b.multiply(grown.subtract(b.pow(instalments))));
    }

    static long roundHalfUp(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
