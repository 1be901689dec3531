package org.linli.user.identity;

/** What a person may allow the bank to do with what it knows; each alone, each withdrawable. */
public enum ConsentPurpose {
    MARKETING,
    PROFILING,
    LOCATION,
    CREDIT_CHECK,
    SERVICE_MESSAGES
}
