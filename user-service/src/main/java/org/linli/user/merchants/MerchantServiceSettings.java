package org.linli.user.merchants;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Where merchant-service is, and how long it may take. */
@Validated
@ConfigurationProperties("linli.merchant-service")
record MerchantServiceSettings(
        @DefaultValue("") @Pattern(regexp = "https?://.+", message = "MERCHANT_SERVICE_URL is not an address") String url,

        @DefaultValue("2s") Duration timeout) {}
