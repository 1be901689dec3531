package org.linli.merchant.review;

/** PENDING is decided on once; whatever it is then, a redemption taken back withdraws its review. */
enum ReviewStatus {
    PENDING,
    APPROVED,
    REJECTED,
    WITHDRAWN
}
