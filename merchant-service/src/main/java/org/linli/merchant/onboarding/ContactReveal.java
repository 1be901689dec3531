package org.linli.merchant.onboarding;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** Shows contact data in full to staff in scope, on record before it leaves (rules P-1, P-3, P-4). */
@Service
class ContactReveal {
    private final MerchantReview merchants;
    private final ContactSeal seal;
    private final AuditNotes notes;

    ContactReveal(MerchantReview merchants, ContactSeal seal, AuditNotes notes) {
        this.merchants = merchants;
        this.seal = seal;
        this.notes = notes;
    }

    /** What can be shown. */
    enum Field {
        contactName,
        contactPhone
    }

    /** Empty when there is no such merchant in the caller's scope, or it has no contact. */
    Optional<Contact> reveal(Caller staff, String merchantId, Set<Field> fields, String reason) {
        Optional<Merchant> merchant = merchants.find(staff, merchantId);
        Optional<Contact> contact = merchant.flatMap(Merchant::contact).map(stored -> seal.open(merchantId, stored));
        contact.ifPresent(known -> notes.write(
                "merchant-contact-revealed",
                merchantId,
                AuditView.of("merchant", merchant.orElseThrow().attachment().organisationPath())
                        .with("fields", new TreeSet<>(fields))
                        .because(reason)));
        return contact;
    }
}
