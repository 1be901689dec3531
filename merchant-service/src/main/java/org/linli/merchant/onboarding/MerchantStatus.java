package org.linli.merchant.onboarding;

/** Where a merchant stands with the bank. */
public enum MerchantStatus {
    APPLIED,
    APPROVED,
    REJECTED,
    SUSPENDED
}
