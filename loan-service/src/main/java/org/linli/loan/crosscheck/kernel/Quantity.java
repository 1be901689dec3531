package org.linli.loan.crosscheck.kernel;

/** Everything that checks look at. Amounts of flows are of the whole period of the income statement. */
public enum Quantity {
    PERIOD_DAYS(Unit.DAYS),
    REVENUE(Unit.FEN),
    COST_OF_GOODS(Unit.FEN),
    /** Assets with evidence, less all debts. */
    EQUITY(Unit.FEN),
    /** Put in by the owners since the beginning, less what they took out. */
    NET_CONTRIBUTED(Unit.FEN),
    /** Since the beginning. */
    ACCUMULATED_PROFIT(Unit.FEN),
    /** Of an average day, as counted or as the till says. */
    DAILY_SALES(Unit.FEN),
    TRADING_DAYS(Unit.DAYS),
    PURCHASES(Unit.FEN),
    OPENING_STOCK(Unit.FEN),
    /** With evidence. */
    CLOSING_STOCK(Unit.FEN),
    /** Found by comparing prices of goods on the shelf with their invoices. */
    SAMPLED_MARGIN(Unit.BASIS_POINTS),
    BANK_RECEIPTS(Unit.FEN),
    WECHAT_RECEIPTS(Unit.FEN),
    ALIPAY_RECEIPTS(Unit.FEN),
    CASH_RECEIPTS(Unit.FEN),
    /** What the owner says came through the platform. */
    PLATFORM_SALES(Unit.FEN),
    /** What redemptions on the platform brought. */
    PLATFORM_TURNOVER(Unit.FEN),
    /** With evidence. */
    RECEIVABLES(Unit.FEN),
    /** By the debtors or their statements of account. */
    RECEIVABLES_CONFIRMED(Unit.FEN),
    SECTOR_MARGIN(Unit.BASIS_POINTS),
    SECTOR_STOCK_DAYS(Unit.DAYS);

    private final Unit unit;

    Quantity(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }
}
