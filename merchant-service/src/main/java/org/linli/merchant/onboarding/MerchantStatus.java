package org.linli.merchant.onboarding;

import java.util.Set;

/** Where a merchant stands with the bank (rule M-1). */
public enum MerchantStatus {
    APPLIED,
    /** The reviewer asked for more and the applicant is to answer. */
    MORE_WANTED,
    APPROVED,
    REJECTED,
    SUSPENDED,
    CLOSED;

    boolean mayBecome(MerchantStatus next) {
        return nexts().contains(next);
    }

    private Set<MerchantStatus> nexts() {
        return switch (this) {
            case APPLIED -> Set.of(MORE_WANTED, APPROVED, REJECTED, CLOSED);
            case MORE_WANTED -> Set.of(APPLIED, REJECTED, CLOSED);
            case APPROVED -> Set.of(APPLIED, SUSPENDED, CLOSED);
            case REJECTED -> Set.of(APPLIED);
            case SUSPENDED -> Set.of(APPROVED, CLOSED);
            case CLOSED -> Set.of();
        };
    }

    /** Whether the merchant has nothing to do with the bank any more, or never had. */
    boolean isOver() {
        return this == REJECTED || this == CLOSED;
    }

    /** Whether the bank has let it in and not let it go. */
    boolean isIn() {
        return this == APPROVED || this == SUSPENDED;
    }
}
