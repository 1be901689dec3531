package org.linli.merchant.onboarding;

/** Hides contacts before they are stored, and opens them for whoever may see them in full. */
interface ContactSeal {
    SealedContact seal(Contact contact);

    Contact open(SealedContact stored);
}
