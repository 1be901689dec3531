package org.linli.merchant.onboarding;

/** Hides the contacts of a merchant before they are stored, and opens them for whoever may see them in full. */
interface ContactSeal {
    SealedContact seal(String merchantId, Contact contact);

    Contact open(String merchantId, SealedContact stored);
}
