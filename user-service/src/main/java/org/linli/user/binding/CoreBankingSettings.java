package org.linli.user.binding;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the bank's own system answers.
 *
 * @param timeout for connecting, and for an answer
 */
@Validated
@ConfigurationProperties("linli.bank")
record CoreBankingSettings(
        @DefaultValue("") @Pattern(regexp = "https?://.+", message = "BANK_URL is not an address") String url,

        @DefaultValue("2s") Duration timeout) {}
