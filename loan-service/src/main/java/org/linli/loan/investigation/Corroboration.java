package org.linli.loan.investigation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.linli.loan.investigation.statement.Amounts;

/**
 * What other sources say about the figures of the statements (rule L-6), in fen of the statements' period. Left out is
 * unknown; nothing is 0.
 *
 * @param contributedSinceStartFen put in by the owners since the beginning
 * @param dailySalesFen of an average day, as counted or as the till says
 * @param sampledMarginBasisPoints from prices on the shelf and their invoices
 * @param receivablesConfirmedFen by the debtors
 */
record Corroboration(
        @Nullable @Min(0) @Max(Amounts.MOST) Long contributedSinceStartFen,
        @Nullable @Min(0) @Max(Amounts.MOST) Long withdrawnSinceStartFen,
        @Nullable @Min(Amounts.LEAST) @Max(Amounts.MOST) Long accumulatedProfitFen,
        @Nullable @Min(0) @Max(Amounts.MOST) Long dailySalesFen,
        @Nullable @Min(0) @Max(1_200) Long tradingDays,
        @Nullable @Min(0) @Max(Amounts.MOST) Long purchasesFen,
        @Nullable @Min(0) @Max(Amounts.MOST) Long openingStockFen,
        @Nullable @Min(0) @Max(9_999) Long sampledMarginBasisPoints,
        @Nullable @Min(0) @Max(Amounts.MOST) Long bankReceiptsFen,
        @Nullable @Min(0) @Max(Amounts.MOST) Long wechatReceiptsFen,
        @Nullable @Min(0) @Max(Amounts.MOST) Long alipayReceiptsFen,
        @Nullable @Min(0) @Max(Amounts.MOST) Long cashReceiptsFen,
        @Nullable @Min(0) @Max(Amounts.MOST) Long platformSalesFen,
        @Nullable @Min(0) @Max(Amounts.MOST) Long receivablesConfirmedFen) {
    static final Corroboration NONE =
            new Corroboration(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
}
