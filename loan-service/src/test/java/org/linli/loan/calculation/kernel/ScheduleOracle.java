package org.linli.loan.calculation.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of schedules written down a second time, with decimals instead of fractions, calendar arithmetic of its own
 * and a present-value definition of the level payment. Shares no code with the kernel.
 */
final class ScheduleOracle {
    private static final MathContext EXACT_ENOUGH = new MathContext(80);

    private ScheduleOracle() {}

    record Line(LocalDate due, BigDecimal principal, BigDecimal interest, BigDecimal balance) {}

    static List<Line> of(LoanTerms terms) {
        BigDecimal amount = new BigDecimal(terms.principalFen());
        int n = terms.instalments();
        if (terms.method().name().equals("BULLET")) {
            return List.of(new Line(
                    monthsLater(terms.disbursedOn(), n), amount, interest(terms, amount, 0, n), BigDecimal.ZERO));
        }
        BigDecimal level = level(amount, terms.annualRatePercent(), n);
        List<Line> lines = new ArrayList<>();
        BigDecimal owed = amount;
        for (int k = 1; k <= n; k++) {
            BigDecimal interest = interest(terms, owed, k - 1, k);
            BigDecimal wanted =
                    switch (terms.method().name()) {
                        case "EQUAL_INSTALMENT" -> level.subtract(interest);
                        case "EQUAL_PRINCIPAL" -> round(amount.divide(new BigDecimal(n), EXACT_ENOUGH));
                        default -> BigDecimal.ZERO;
                    };
            BigDecimal principal = k == n ? owed : wanted.min(owed).max(BigDecimal.ZERO);
            owed = owed.subtract(principal);
            lines.add(new Line(monthsLater(terms.disbursedOn(), k), principal, interest, owed));
        }
        return lines;
    }

    /** The payment whose present value over n months is the amount: P / (v + v^2 + ... + v^n). */
    static BigDecimal level(BigDecimal amount, BigDecimal ratePercent, int n) {
        BigDecimal monthly = ratePercent.divide(new BigDecimal(1200), EXACT_ENOUGH);
        BigDecimal v = BigDecimal.ONE.divide(BigDecimal.ONE.add(monthly), EXACT_ENOUGH);
        BigDecimal annuity = BigDecimal.ZERO;
        BigDecimal power = BigDecimal.ONE;
        for (int k = 0; k < n; k++) {
            power = power.multiply(v, EXACT_ENOUGH);
            annuity = annuity.add(power, EXACT_ENOUGH);
        }
        return round(amount.divide(annuity, EXACT_ENOUGH));
    }

    private static BigDecimal interest(LoanTerms terms, BigDecimal balance, int from, int to) {
        LocalDate first = monthsLater(terms.disbursedOn(), from);
        LocalDate last = monthsLater(terms.disbursedOn(), to);
        BigDecimal days = new BigDecimal(last.toEpochDay() - first.toEpochDay());
        BigDecimal yearPart =
                switch (terms.dayCount().name()) {
                    case "D30_360" -> new BigDecimal(30 * (to - from)).divide(new BigDecimal(360), EXACT_ENOUGH);
                    case "ACT_360" -> days.divide(new BigDecimal(360), EXACT_ENOUGH);
                    default -> days.divide(new BigDecimal(365), EXACT_ENOUGH);
                };
        BigDecimal rate = terms.annualRatePercent().movePointLeft(2);
        return round(balance.multiply(rate).multiply(yearPart));
    }

    /** 80 digits leave a tail of nines or zeros behind what is exactly half a fen: cut it before rounding. */
    private static BigDecimal round(BigDecimal value) {
        return value.setScale(40, RoundingMode.HALF_EVEN).setScale(0, RoundingMode.HALF_UP);
    }

    private static LocalDate monthsLater(LocalDate from, int months) {
        int index = from.getYear() * 12 + from.getMonthValue() - 1 + months;
        YearMonth month = YearMonth.of(index / 12, index % 12 + 1);
        return month.atDay(Math.min(from.getDayOfMonth(), month.lengthOfMonth()));
    }
}
