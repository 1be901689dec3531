package org.linli.merchant.redemption;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param codeLifetime how long a shown code opens its coupon
 * @param reversalWindow how long after redeeming the owner may take it back
 */
@Validated
@ConfigurationProperties("merchant.redemption")
record RedemptionSettings(
        @DefaultValue("2m") Duration codeLifetime,
        @DefaultValue("24h") Duration reversalWindow) {}
