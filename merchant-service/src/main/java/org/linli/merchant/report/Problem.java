package org.linli.merchant.report;

/** What is wrong, in the reporter's choice. */
enum Problem {
    REFUSED_IN_SHOP,
    WRONG_CONTENT,
    FRAUD,
    SHOP_CLOSED_OR_MOVED,
    POOR_SERVICE,
    OTHER
}
