package org.linli.user.privacy;

import org.linli.starter.crypto.BlindIndex;
import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.springframework.stereotype.Component;

/** Hides personal data (rule P-4): a keyed hash to find it by, an encrypted copy to show it from. */
@Component
public class PersonalData {
    private final FieldCipher cipher;
    private final BlindIndex blindIndex;

    PersonalData(FieldCipher cipher, BlindIndex blindIndex) {
        this.cipher = cipher;
        this.blindIndex = blindIndex;
    }

    /**
     * The key under which something personal is found again.
     *
     * @param purpose keeps the hashes of different things apart
     */
    public String index(String purpose, String... parts) {
        return blindIndex.index(purpose, parts);
    }

    public String index(Phone phone) {
        return index("phone", phone.digits());
    }

    /** A field whose values are stored encrypted, each bound to its owner; see {@link FieldCipher#field}. */
    public SealedField field(String collection, String path) {
        return cipher.field(collection, path);
    }
}
