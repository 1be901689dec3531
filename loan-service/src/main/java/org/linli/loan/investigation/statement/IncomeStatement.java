package org.linli.loan.investigation.statement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the business earned in whole months, in fen.
 *
 * @param lastMonth included
 */
public record IncomeStatement(
        @NotNull YearMonth firstMonth,
        @NotNull YearMonth lastMonth,
        @Min(0) @Max(Amounts.MOST) long revenueFen,
        @Min(0) @Max(Amounts.MOST) long costOfGoodsFen,
        @NotNull @Size(max = 60) List<@Valid @NotNull Expense> expenses,
        @Min(Amounts.LEAST) @Max(Amounts.MOST) long otherIncomeFen,
        @Min(Amounts.LEAST) @Max(Amounts.MOST) long netProfitFen) {
    private static final int MOST_MONTHS = 36;

    public record Expense(
            @NotNull Kind kind, @Min(0) @Max(Amounts.MOST) long amountFen) {
        public enum Kind {
            RENT,
            WAGES,
            ENERGY,
            TRANSPORT,
            TAX,
            INTEREST,
            /** What the owner's family lives on, where it is taken out of the till. */
            HOUSEHOLD,
            OTHER
        }
    }

    @AssertTrue(message = "(expected: lastMonth not before firstMonth, at most 36 months)")
    boolean isPeriod() {
        // What is missing has a message of its own.
        return firstMonth == null
                || lastMonth == null
                || !lastMonth.isBefore(firstMonth) && ChronoUnit.MONTHS.between(firstMonth, lastMonth) < MOST_MONTHS;
    }

    public int months() {
        return Math.toIntExact(ChronoUnit.MONTHS.between(firstMonth, lastMonth)) + 1;
    }

    public long days() {
        return ChronoUnit.DAYS.between(
                firstMonth.atDay(1), lastMonth.plusMonths(1).atDay(1));
    }

    public long expensesFen() {
        return expenses.stream().mapToLong(Expense::amountFen).sum();
    }
}
