package org.linli.user.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of tokens.
 *
 * @param signingKey RSA private key, PKCS#8: PEM, or the same in Base64
 * @param signingKeyFile profile {@code local} only: where a generated key is kept when none is given
 * @param accessLifetime how long a token lasts that cannot be called back
 * @param personLifetime how long consumers and merchants' people stay logged in
 * @param staffLifetime how long staff stay logged in: a working day
 * @param serviceSecrets {@code service:secret} pairs, separated by commas
 * @param otherKeys keys that are published but do not sign: the next one and the last one, separated by commas
 */
@ConfigurationProperties("linli.tokens")
record TokenSettings(
        @DefaultValue("") String signingKey,
        @DefaultValue("") String signingKeyFile,
        @DefaultValue("15m") Duration accessLifetime,
        @DefaultValue("30d") Duration personLifetime,
        @DefaultValue("12h") Duration staffLifetime,
        @DefaultValue("") String serviceSecrets,
        @DefaultValue("") String otherKeys) {
    @Override
    public String toString() {
        return "TokenSettings[hidden]";
    }
}
