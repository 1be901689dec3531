package org.linli.loan.customerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a household or business owns, owes, earns and spends, in fen. Null is unknown, not nothing.
 *
 * @param monthlyIncomeFen before expenses
 * @param monthlyExpensesFen of the household, without repayments
 */
record Finances(
        List<Asset> assets,
        List<Debt> debts,
        @Nullable Long monthlyIncomeFen,
        @Nullable Long monthlyExpensesFen) {
    static final Finances UNKNOWN = new Finances(List.of(), List.of(), null, null);

    Finances {
        assets = List.copyOf(assets);
        debts = List.copyOf(debts);
    }

    enum AssetKind {
        HOUSE,
        VEHICLE,
        MACHINERY,
        LAND_RIGHT,
        FOREST_RIGHT,
        LIVESTOCK,
        STOCK,
        RECEIVABLE,
        DEPOSIT,
        OTHER
    }

    enum DebtKind {
        BANK,
        OTHER_LENDER,
        PRIVATE,
        SUPPLIER,
        OTHER
    }

    record Asset(AssetKind kind, long valueFen) {}

    /** @param monthlyFen what is repaid of it every month; null when unknown */
    record Debt(DebtKind kind, long amountFen, @Nullable Long monthlyFen) {}

    long assetsFen() {
        return assets.stream().mapToLong(Asset::valueFen).reduce(0, Math::addExact);
    }

    long debtsFen() {
        return debts.stream().mapToLong(Debt::amountFen).reduce(0, Math::addExact);
    }

    /** Null when a debt's repayment is unknown. */
    @Nullable Long monthlyRepaymentsFen() {
        long sum = 0;
        for (Debt debt : debts) {
            Long monthly = debt.monthlyFen();
            if (monthly == null) {
                return null;
            }
            sum = Math.addExact(sum, monthly);
        }
        return sum;
    }
}
