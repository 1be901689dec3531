package org.linli.user.privacy;

import org.linli.starter.crypto.BlindIndex;
import org.linli.starter.crypto.FieldCipher;
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

    /** The same text never looks the same twice. */
    public String encrypt(String text) {
        return cipher.encrypt(text);
    }

    /** @throws org.linli.starter.crypto.UnreadableFieldException when it was altered or not made by {@link #encrypt} */
    public String decrypt(String encrypted) {
        return cipher.decrypt(encrypted);
    }
}
