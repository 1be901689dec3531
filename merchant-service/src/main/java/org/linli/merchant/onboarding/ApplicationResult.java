package org.linli.merchant.onboarding;

/** What became of an application. */
sealed interface ApplicationResult {
    record Received(Merchant merchant) implements ApplicationResult {}

    record Refused(Reason reason) implements ApplicationResult {}

    enum Reason {
        LICENCE_ALREADY_REGISTERED,
        ALREADY_A_MERCHANT
    }
}
