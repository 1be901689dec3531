package org.linli.merchant.campaign;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.springframework.stereotype.Component;

/** Makes seeds and keeps them sealed: who reads the store learns nothing about draws to come. */
@Component
class Seeds {
    private static final int BYTES = 32;

    private final SealedField field;
    private final SecureRandom random = new SecureRandom();

    Seeds(FieldCipher cipher) {
        this.field = cipher.field(Campaigns.COLLECTION, "sealedSeed");
    }

    /** @return hex */
    String next() {
        byte[] seed = new byte[BYTES];
        random.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    String seal(String campaignId, String seed) {
        return field.encrypt(campaignId, seed);
    }

    /** @throws IllegalStateException when the campaign was never published */
    String of(Campaign campaign) {
        String sealed = campaign.sealedSeed();
        if (sealed == null) {
            throw new IllegalStateException("campaign " + campaign.id() + " has no seed");
        }
        return field.decrypt(campaign.id(), sealed);
    }
}
