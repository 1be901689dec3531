package org.linli.loan.approval;

/**
 * Why a case is declined, in words that the applicant may read ({@code decline.<name>} in the messages): they name the
 * ground, never a source, a score or another person.
 */
public enum DeclineReason {
    REPAYMENT_CAPACITY,
    CREDIT_HISTORY,
    EXISTING_DEBT,
    INFORMATION_UNVERIFIED,
    BUSINESS_TOO_YOUNG,
    SECURITY_INSUFFICIENT,
    PURPOSE_NOT_FINANCED,
    PRODUCT_CONDITIONS,
    BANK_POLICY
}
