package org.linli.merchant.onboarding;

import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.springframework.stereotype.Component;

/** Seals each field under this service's data keys; the owner of both is the merchant (rule P-4). */
@Component
class CipherSeal implements ContactSeal {
    private final SealedField name;
    private final SealedField phone;

    CipherSeal(FieldCipher cipher) {
        this.name = cipher.field(Merchants.COLLECTION, "sealedContact.sealedName");
        this.phone = cipher.field(Merchants.COLLECTION, "sealedContact.sealedPhone");
    }

    @Override
    public SealedContact seal(String merchantId, Contact contact) {
        return new SealedContact(
                name.encrypt(merchantId, contact.name()), phone.encrypt(merchantId, contact.phone()), contact.masked());
    }

    @Override
    public Contact open(String merchantId, SealedContact stored) {
        return new Contact(
                name.decrypt(merchantId, stored.sealedName()), phone.decrypt(merchantId, stored.sealedPhone()));
    }
}
