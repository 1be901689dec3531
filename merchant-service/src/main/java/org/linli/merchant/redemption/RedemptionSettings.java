package org.linli.merchant.redemption;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param codeLifetime how long a shown code opens its coupon
 * @param reversalWindow how long after redeeming the owner may take it back
 * @param lateFor how long after it was scanned a code may be handed in, where the shop's network was bad; codes are kept
 *     for a day
 * @param clockTolerance by which the clock that said when may be wrong
 * @param previousKey the one before, public or private, as long as codes that it signed may be handed in; empty = none
 * @param signingKey of the QR codes: an EC key P-256 as a JWK, see {@link CodeSigning}
 */
@Validated
@ConfigurationProperties("merchant.redemption")
record RedemptionSettings(
        @DefaultValue("2m") Duration codeLifetime,
        @DefaultValue("24h") Duration reversalWindow,
        @DefaultValue("12h") Duration lateFor,
        @DefaultValue("30s") Duration clockTolerance,
        @DefaultValue("") String signingKey,
        @DefaultValue("") String previousKey) {
    private static final Duration CODES_KEPT = Duration.ofHours(23);

    RedemptionSettings {
        if (lateFor.isNegative() || lateFor.compareTo(CODES_KEPT) > 0) {
            throw new IllegalArgumentException("late-for: " + lateFor + " (expected: 0 .. 23h)");
        }
    }

    @Override
    public String toString() {
        return "RedemptionSettings[...]";
    }
}
