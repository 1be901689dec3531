package org.linli.loan.investigation.statement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What the business has and owes on one day, in fen. */
public record BalanceSheet(
        @NotNull LocalDate asOf,
        @NotNull @Size(max = 60) List<@Valid @NotNull Asset> assets,
        @NotNull @Size(max = 60) List<@Valid @NotNull Debt> debts,
        @NotNull @Valid Equity equity) {

    /** Debts are believed without evidence: nobody makes them up. */
    public record Debt(
            @NotNull Kind kind, @Min(0) @Max(Amounts.MOST) long amountFen) {
        public enum Kind {
            PAYABLE,
            ADVANCE_RECEIVED,
            BANK_LOAN,
            PRIVATE_LOAN,
            TAX,
            WAGES,
            OTHER
        }
    }

    /**
     * How the owners' share changed in the period of the income statement; the profit stands there.
     *
     * @param closingFen on the day of the balance sheet
     */
    public record Equity(
            @Min(Amounts.LEAST) @Max(Amounts.MOST) long openingFen,
            @Min(0) @Max(Amounts.MOST) long contributedFen,
            @Min(0) @Max(Amounts.MOST) long withdrawnFen,
            @Min(Amounts.LEAST) @Max(Amounts.MOST) long closingFen) {}

    public long assetsFen() {
        return assets.stream().mapToLong(Asset::amountFen).sum();
    }

    public long debtsFen() {
        return debts.stream().mapToLong(Debt::amountFen).sum();
    }

    long moneyFen() {
        return assets.stream()
                .filter(asset -> asset.kind().isMoney())
                .mapToLong(Asset::amountFen)
                .sum();
    }

    /** @param counting ids of the evidence that counts */
    public long evidentFen(Set<String> counting) {
        return assets.stream()
                .filter(asset -> asset.isEvident(counting))
                .mapToLong(Asset::amountFen)
                .sum();
    }

    /** The same of one kind. */
    public long evidentFen(Asset.Kind kind, Set<String> counting) {
        return assets.stream()
                .filter(asset -> asset.kind() == kind && asset.isEvident(counting))
                .mapToLong(Asset::amountFen)
                .sum();
    }
}
