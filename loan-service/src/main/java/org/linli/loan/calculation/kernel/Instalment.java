package org.linli.loan.calculation.kernel;

import java.time.LocalDate;

/**
 * One line of a schedule; money in fen, never negative.
 *
 * @param number 1, 2, 3 ...
 * @param balanceFen principal still owed after this instalment
 */
public record Instalment(int number, LocalDate dueDate, long principalFen, long interestFen, long balanceFen) {
    public long totalFen() {
        return principalFen + interestFen;
    }
}
