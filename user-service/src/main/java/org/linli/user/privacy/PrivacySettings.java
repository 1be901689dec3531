package org.linli.user.privacy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of personal data, each 32 bytes or more in Base64.
 *
 * @param phoneHashKey keys the hashes by which people are found; ids derive from them, so it stays for life
 * @param fieldEncryptionKey AES-256, exactly 32 bytes
 */
@ConfigurationProperties("linli.privacy")
record PrivacySettings(
        @DefaultValue("") String phoneHashKey,
        @DefaultValue("") String fieldEncryptionKey) {
    @Override
    public String toString() {
        return "PrivacySettings[hidden]";
    }
}
