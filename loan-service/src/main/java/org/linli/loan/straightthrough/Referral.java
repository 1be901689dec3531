package org.linli.loan.straightthrough;

/** Why a case leaves the short way for the normal one. */
enum Referral {
    PRODUCT("product-not-straight-through"),
    AMOUNT("amount-above-limit"),
    TERM("term-above-limit"),
    SAMPLE("sample"),
    POLICIES("policies-refer"),
    DAILY_CAP("daily-cap-reached"),
    TOO_OFTEN("assessed-too-often");

    private final String code;

    Referral(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
