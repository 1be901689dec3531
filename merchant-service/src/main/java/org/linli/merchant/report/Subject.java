package org.linli.merchant.report;

/** What a problem is about, and whose it is. */
record Subject(Kind kind, String targetId, String merchantId, String organisationPath) {
    enum Kind {
        OFFER,
        MERCHANT,
        COUPON
    }
}
