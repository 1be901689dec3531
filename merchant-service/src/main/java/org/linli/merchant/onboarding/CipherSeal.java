package org.linli.merchant.onboarding;

import org.linli.starter.crypto.FieldCipher;
import org.springframework.stereotype.Component;

/** Seals each field under this service's data keys. */
@Component
class CipherSeal implements ContactSeal {
    private final FieldCipher cipher;

    CipherSeal(FieldCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public SealedContact seal(Contact contact) {
        return new SealedContact(cipher.encrypt(contact.name()), cipher.encrypt(contact.phone()), contact.masked());
    }

    @Override
    public Contact open(SealedContact stored) {
        return new Contact(cipher.decrypt(stored.sealedName()), cipher.decrypt(stored.sealedPhone()));
    }
}
