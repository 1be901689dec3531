package org.linli.loan.approval;

/** Why terms cannot be approved. */
enum TermsFault {
    AMOUNT_ABOVE_ASKED("amount-above-asked", "terms.amountFen"),
    AMOUNT_OUTSIDE_PRODUCT("amount-outside-product", "terms.amountFen"),
    TERM_LONGER_THAN_ASKED("term-longer-than-asked", "terms.termMonths"),
    TERM_OUTSIDE_PRODUCT("term-outside-product", "terms.termMonths"),
    RATE_OUTSIDE_PRODUCT("rate-outside-product", "terms.annualRatePercent"),
    RATE_BELOW_PRICE("rate-below-price", "terms.annualRatePercent"),
    METHOD_NOT_OFFERED("method-not-offered", "terms.method");

    private final String code;
    private final String field;

    TermsFault(String code, String field) {
        this.code = code;
        this.field = field;
    }

    String code() {
        return code;
    }

    String field() {
        return field;
    }
}
