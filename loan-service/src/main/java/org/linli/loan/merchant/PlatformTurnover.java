package org.linli.loan.merchant;

/** What redemptions on the platform brought a merchant in some months (rule L-6). */
public sealed interface PlatformTurnover {
    record Known(long fen) implements PlatformTurnover {}

    /** Nobody knows, and that is no evidence of anything. */
    record Unknown(Reason reason) implements PlatformTurnover {}

    enum Reason {
        /** merchant-service did not answer in time. */
        AWAY,
        /** A month without a billed redemption, or a merchant it does not know. */
        NO_DATA
    }
}
