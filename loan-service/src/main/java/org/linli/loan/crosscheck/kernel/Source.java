package org.linli.loan.crosscheck.kernel;

/** Where a quantity is from: a fact is checked only by another source than its own. */
public enum Source {
    /** The statements built in the visit. */
    STATEMENTS,
    /** What the owner says. */
    OWNER,
    /** What the investigator counted or sampled. */
    COUNTED,
    INVOICES,
    BANK_STATEMENT,
    WECHAT_STATEMENT,
    ALIPAY_STATEMENT,
    CASH_BOOK,
    /** merchant-service, from redemptions. */
    PLATFORM,
    DEBTORS,
    /** The versioned parameters. */
    SECTOR
}
