package org.linli.loan.product;

/** Whom a product is made for. */
public enum BorrowerKind {
    INDIVIDUAL_BUSINESS,
    MICRO_ENTERPRISE,
    HOUSEHOLD,
    COOPERATIVE,
    FAMILY_FARM
}
