package org.linli.loan.calculation.kernel;

/** How principal and interest come back (rule L-20). */
public enum RepaymentMethod {
    /** 等额本息: the same amount every month. */
    EQUAL_INSTALMENT,
    /** 等额本金: the same principal every month, interest on what is left. */
    EQUAL_PRINCIPAL,
    /** 按月付息到期还本: interest every month, the principal with the last. */
    INTEREST_ONLY,
    /** 利随本清: one payment of everything at the end. */
    BULLET
}
