package org.linli.starter.crypto;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How personal data is encrypted. Exactly one of {@code fieldKeys} and {@code kmsUrl} says who wraps.
 *
 * @param algorithm of new values; both are always read
 * @param unboundReadable whether values of the form {@code e1}, which are bound to no place, are read: false once a
 *     re-wrapping run has left none
 * @param hashKey Base64, 32 bytes or more, for life
 */
@Validated
@ConfigurationProperties("linli.crypto")
record CryptoSettings(
        @DefaultValue("") String fieldKeys,
        @DefaultValue("") String kmsUrl,
        @DefaultValue("") String kmsToken,
        @DefaultValue("A256GCM") Algorithm algorithm,

        @DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(days = 366)
        Duration dataKeyLifetime,

        @DefaultValue("1000000") @Min(1) @Max(1_000_000) long dataKeyUses,
        @DefaultValue("true") boolean unboundReadable,
        @DefaultValue("") String hashKey) {
    @Override
    public String toString() {
        return "CryptoSettings[hidden]";
    }
}
