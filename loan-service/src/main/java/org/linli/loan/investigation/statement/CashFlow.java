package org.linli.loan.investigation.statement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Where the money came from and went in the period of the income statement, in fen.
 *
 * @param openingFen cash and deposits at the beginning
 * @param investedFen paid for equipment and the like, less what selling some brought
 * @param otherFen whatever is none of the others; negative when it was paid
 * @param closingFen cash and deposits at the end
 */
public record CashFlow(
        @Min(0) @Max(Amounts.MOST) long openingFen,
        @Min(0) @Max(Amounts.MOST) long receivedFen,
        @Min(0) @Max(Amounts.MOST) long paidToSuppliersFen,
        @Min(0) @Max(Amounts.MOST) long paidForExpensesFen,
        @Min(Amounts.LEAST) @Max(Amounts.MOST) long investedFen,
        @Min(0) @Max(Amounts.MOST) long borrowedFen,
        @Min(0) @Max(Amounts.MOST) long repaidFen,
        @Min(0) @Max(Amounts.MOST) long contributedFen,
        @Min(0) @Max(Amounts.MOST) long withdrawnFen,
        @Min(Amounts.LEAST) @Max(Amounts.MOST) long otherFen,
        @Min(0) @Max(Amounts.MOST) long closingFen) {

    public long operatingFen() {
        return receivedFen - paidToSuppliersFen - paidForExpensesFen;
    }

    long expectedClosingFen() {
        return openingFen
                + operatingFen()
                - investedFen
                + borrowedFen
                - repaidFen
                + contributedFen
                - withdrawnFen
                + otherFen;
    }
}
