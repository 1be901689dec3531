package org.linli.loan.calculation.kernel;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is lent and how it comes back. The limits are those of the arithmetic, not of any product.
 *
 * @param principalFen 1 to 10^12
 * @param annualRatePercent 0 to 100, at most 6 decimals
 * @param instalments 1 to 600; months until the end for {@link RepaymentMethod#BULLET}
 * @param disbursedOn from 1970-01-01 to 2200-12-31
 */
public record LoanTerms(
        RepaymentMethod method,
        long principalFen,
        BigDecimal annualRatePercent,
        int instalments,
        LocalDate disbursedOn,
        DayCount dayCount) {
    public static final long MAX_PRINCIPAL_FEN = 1_000_000_000_000L;
    public static final int MAX_INSTALMENTS = 600;
    public static final int MAX_RATE_PERCENT = 100;
    public static final int RATE_DECIMALS = 6;
    public static final LocalDate FIRST_DATE = LocalDate.of(1970, 1, 1);
    public static final LocalDate LAST_DATE = LocalDate.of(2200, 12, 31);

    public LoanTerms {
        expect(principalFen >= 1 && principalFen <= MAX_PRINCIPAL_FEN, "principalFen", principalFen);
        expect(instalments >= 1 && instalments <= MAX_INSTALMENTS, "instalments", instalments);
        expect(
                annualRatePercent.signum() >= 0
                        && annualRatePercent.compareTo(BigDecimal.valueOf(MAX_RATE_PERCENT)) <= 0
                        && annualRatePercent.stripTrailingZeros().scale() <= RATE_DECIMALS,
                "annualRatePercent",
                annualRatePercent);
        expect(isCalculable(disbursedOn), "disbursedOn", disbursedOn);
    }

    public static boolean isCalculable(LocalDate disbursedOn) {
        return !disbursedOn.isBefore(FIRST_DATE) && !disbursedOn.isAfter(LAST_DATE);
    }

    /** Counted from the day of disbursement every time, so that month-end due dates do not drift. */
    LocalDate dueDate(int number) {
        return disbursedOn.plusMonths(number);
    }

    /** Interest in fen on a balance between two due dates, or from the disbursement (number 0). */
    long interestFen(long balanceFen, int fromNumber, int toNumber) {
        return dayCount.interestFen(
                balanceFen, annualRatePercent, dueDate(fromNumber), dueDate(toNumber), toNumber - fromNumber);
    }

    private static void expect(boolean holds, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + " is outside what can be calculated");
        }
    }
}
