package org.linli.loan.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;

/**
 * One product's parameters; money in fen, rates in percent a year, all limits inclusive.
 *
 * @param security what secures the loan, for people to read
 * @param tradingRequirements how long the business must have been trading, by amount
 * @param requiredPapers what the applicant has to bring (rule L-1: the list is public)
 */
public record LoanProduct(
        @Pattern(regexp = "[A-Z_]{2,40}") String code,
        @Valid @NotNull BilingualText name,
        @Min(1) long minAmountFen,
        @Min(1) long maxAmountFen,
        @Min(1) int minTermMonths,
        @Min(1) int maxTermMonths,
        @NotEmpty List<RepaymentMethod> methods,
        @NotNull DayCount dayCount,
        @NotNull @DecimalMin("0") BigDecimal minAnnualRatePercent,
        @NotNull @DecimalMax("100") BigDecimal maxAnnualRatePercent,
        @Valid @NotNull BilingualText security,
        @NotEmpty List<@Valid TradingRequirement> tradingRequirements,
        @NotEmpty List<@Valid BilingualText> requiredPapers) {

    private static final int FIRST_VERSION = 1;

    /** Which edition of its parameters this is; a case keeps the one it began with. */
    public int version() {
        return FIRST_VERSION;
    }

    public boolean lends(long amountFen) {
        return amountFen >= minAmountFen && amountFen <= maxAmountFen;
    }

    public boolean runsFor(int termMonths) {
        return termMonths >= minTermMonths && termMonths <= maxTermMonths;
    }

    /** Months of trading that an amount asks for: the strictest requirement that it reaches. */
    public int tradingMonthsFor(long amountFen) {
        return tradingRequirements.stream()
                .filter(requirement -> amountFen > requirement.aboveFen())
                .map(TradingRequirement::months)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    boolean hasOrderedLimits() {
        return minAmountFen <= maxAmountFen
                && minTermMonths <= maxTermMonths
                && minAnnualRatePercent.compareTo(maxAnnualRatePercent) <= 0;
    }
}
