package org.linli.loan.village;

/** How far a household is; each includes what comes before it (the sunshine funnel, rule L-40). */
enum CreditStage {
    FILED,
    CREDITED,
    PUBLISHED,
    SIGNED,
    USED
}
