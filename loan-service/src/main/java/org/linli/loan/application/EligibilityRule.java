package org.linli.loan.application;

/** The rules of eligibility, with the codes that callers see. */
enum EligibilityRule {
    AMOUNT_WITHIN_PRODUCT("E-1", "amount-out-of-range", "amountFen"),
    TERM_WITHIN_PRODUCT("E-2", "term-out-of-range", "termMonths"),
    TRADING_LONG_ENOUGH("E-3", "trading-too-short", "businessStartedOn"),
    MERCHANT_APPROVED("E-4", "merchant-not-approved", "merchantId");

    private final String id;
    private final String code;
    private final String field;

    EligibilityRule(String id, String code, String field) {
        this.id = id;
        this.code = code;
        this.field = field;
    }

    String id() {
        return id;
    }

    String code() {
        return code;
    }

    String field() {
        return field;
    }
}
