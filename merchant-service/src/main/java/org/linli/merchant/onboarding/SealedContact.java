package org.linli.merchant.onboarding;

/**
 * A contact as it is stored (rule P-4): encrypted, beside what lists may show of it. So nothing but showing it in full
 * needs a key.
 */
record SealedContact(String sealedName, String sealedPhone, Contact masked) {}
